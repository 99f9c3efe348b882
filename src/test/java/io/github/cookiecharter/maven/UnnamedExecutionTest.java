package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.GenerateRequest;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** Goals that a tool calls without the id of an execution. */
class UnnamedExecutionTest {

    @Test
    void theOnlyExecutionOfTheGoalIsMeant() {
        Plugin plugin = plugin(execution("lint-it", "lint", "a.yaml"), execution("generate-it", "generate", "a.yaml"));

        assertThat(UnnamedExecution.id(call(plugin, "a.yaml"), Optional.of(plugin)))
                .isEqualTo("generate-it");
    }

    @Test
    void ofSeveralTheOneWithTheSameConfigurationIsMeant() {
        Plugin plugin = plugin(
                execution("shop", "generate", "shop.yaml"),
                execution("desk", "generate", "desk.yaml"),
                execution("plain", "generate", null));

        assertThat(UnnamedExecution.id(call(plugin, "desk.yaml"), Optional.of(plugin)))
                .isEqualTo("desk");
        assertThat(UnnamedExecution.id(call(plugin, "shop.yaml"), Optional.of(plugin)))
                .isEqualTo("shop");
        assertThat(UnnamedExecution.id(call(plugin, "other.yaml"), Optional.of(plugin)))
                .isEqualTo("plain");
    }

    @Test
    void withoutAnExecutionInThePomItIsTheCommandLine() {
        Plugin plugin = plugin();

        assertThat(UnnamedExecution.id(call(plugin, "a.yaml"), Optional.empty()))
                .isEqualTo("default-cli");
        assertThat(UnnamedExecution.id(call(plugin, "a.yaml"), Optional.of(plugin)))
                .isEqualTo("default-cli");
    }

    /** A goal that somebody calls has the configuration of the plugin, and not that of an execution. */
    @Test
    void anExecutionWithAnotherValueIsFound() {
        Plugin plugin = plugin(execution("plain", "generate", null), execution("shop", "generate", "shop.yaml"));
        MojoExecution call = call(plugin, "a.yaml");
        MavenProject project = new MavenProject();
        project.setFile(new File("pom.xml").getAbsoluteFile());
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        Executions executions = new Executions(project, call, new HashMap<>());

        assertThat(executions.otherConfiguration(List.of("declaration"), "generate"))
                .contains("shop");
        assertThat(executions.otherConfiguration(List.of("baseUrl"), "generate"))
                .isEmpty();
        assertThat(executions.otherConfiguration(List.of("declaration"), "check"))
                .isEmpty();
    }

    @Test
    void theModuleHasTheExecutionsOfThePom() {
        Plugin plugin = plugin(execution("default", "generate", "a.yaml"));
        MavenProject project = new MavenProject();
        project.setFile(new File("pom.xml").getAbsoluteFile());
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);

        GenerateRequest.Module module = new Executions(project, call(plugin, "a.yaml"), new HashMap<>())
                .module(false, io.github.cookiecharter.goal.part.DependencyParts.none(), "generate");

        assertThat(module.execution()).isEqualTo("default");
        assertThat(module.executions()).containsExactlyInAnyOrder("default", "default-cli");
    }

    private static Plugin plugin(PluginExecution... executions) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cookiecharter");
        plugin.setArtifactId("cookie-charter-maven-plugin");
        plugin.setVersion("1.0");
        for (PluginExecution execution : executions) {
            plugin.addExecution(execution);
        }
        return plugin;
    }

    private static PluginExecution execution(String id, String goal, String declaration) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal(goal);
        execution.setConfiguration(declaration == null ? new Xpp3Dom("configuration") : configuration(declaration));
        return execution;
    }

    private static Xpp3Dom configuration(String declaration) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom parameter = new Xpp3Dom("declaration");
        parameter.setValue(declaration);
        configuration.addChild(parameter);
        return configuration;
    }

    private static MojoExecution call(Plugin plugin, String declaration) {
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setPlugin(plugin);
        descriptor.setGroupId(plugin.getGroupId());
        descriptor.setArtifactId(plugin.getArtifactId());
        descriptor.setVersion(plugin.getVersion());
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setGoal("generate");
        mojo.setPluginDescriptor(descriptor);
        return new MojoExecution(mojo, configuration(declaration));
    }
}
