package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.RuleParameters;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleOptionsTest {

    @TempDir
    private Path root;

    @Test
    void whatThePomLeavesOutIsEmpty() {
        assertThat(RuleOptions.of("error", null, null, root, null))
                .isEqualTo(new RuleParameters("error", Map.of(), "", root));
        Map<String, String> rules = new HashMap<>();
        rules.put("unused", null);
        assertThat(RuleOptions.of("error", rules, "a=off", root, List.of()))
                .isEqualTo(new RuleParameters("error", Map.of("unused", ""), "a=off", root));
    }

    @Test
    void theRootIsTheFolderWithTheFolderMvn() throws Exception {
        Files.createDirectories(root.resolve("all/.mvn"));
        MavenProject above = project("pom.xml", "all");
        MavenProject all = project("all/pom.xml", "shop");
        MavenProject shop = project("all/shop/pom.xml");
        all.setParent(above);
        shop.setParent(all);

        assertThat(BuildRoot.of(shop, startedIn("all"))).isEqualTo(root.resolve("all"));
        assertThat(BuildRoot.of(all, startedIn("all"))).isEqualTo(root.resolve("all"));
    }

    @Test
    void withoutItTheRootIsTheSameWhereverTheBuildStarts() {
        MavenProject all = project("all/pom.xml", "shop/web/pom.xml");
        MavenProject shop = project("all/shop/web/pom.xml");
        shop.setParent(all);

        assertThat(BuildRoot.of(shop, startedIn("all"))).isEqualTo(root.resolve("all"));
        assertThat(BuildRoot.of(shop, startedIn("all/shop/web"))).isEqualTo(root.resolve("all"));
    }

    @Test
    void aParentThatDoesNotListTheModuleIsNotPartOfTheBuild() {
        MavenProject corporate = project("pom.xml", "other");
        MavenProject shop = project("shop/pom.xml");
        shop.setParent(corporate);
        MavenProject remote = new MavenProject(new Model());
        corporate.setParent(remote);

        assertThat(BuildRoot.of(shop, startedIn("shop"))).isEqualTo(root.resolve("shop"));
        assertThat(BuildRoot.of(shop, startedIn("elsewhere"))).isEqualTo(root.resolve("shop"));
        shop.setParent(remote);
        assertThat(BuildRoot.of(shop, startedIn("shop"))).isEqualTo(root.resolve("shop"));
    }

    private MavenProject project(String pom, String... modules) {
        Model model = new Model();
        model.setModules(List.of(modules));
        MavenProject project = new MavenProject(model);
        project.setFile(root.resolve(pom).toFile());
        return project;
    }

    @SuppressWarnings("deprecation") // the only way to a session outside Maven
    private MavenSession startedIn(String folder) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setMultiModuleProjectDirectory(new File(root.toFile(), folder));
        return new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    }
}
