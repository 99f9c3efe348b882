package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.part.DependencyParts;
import io.github.cookiecharter.output.Outputs;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Finds the module's executions of the plugin, and the data that they share. */
final class Executions {

    private static final String CLAIMS = "io.github.cookiecharter.claims";

    private final MavenProject project;
    private final MojoExecution execution;
    private final Optional<Plugin> plugin;
    private final String id;
    private final Map<?, ?> context;

    /**
     * Creates the executions of a module.
     *
     * @param context the plugin context: objects by strings, which Maven keeps for the plugin and the module during the build
     */
    Executions(MavenProject project, MojoExecution execution, Map<?, ?> context) {
        this.project = project;
        this.execution = execution;
        this.plugin =
                Optional.ofNullable(project.getPlugin(execution.getPlugin().getKey()));
        this.id = execution.getExecutionId() == null
                ? UnnamedExecution.id(execution, plugin)
                : execution.getExecutionId();
        this.context = context;
    }

    /**
     * Returns the module with its executions of these goals.
     *
     * @param declarationOptional whether the module is skipped if its declaration does not exist
     * @param dependencies finds the module's dependencies
     * @param goals the goals whose executions each have their own reports
     */
    GenerateRequest.Module module(boolean declarationOptional, DependencyParts dependencies, String... goals) {
        return new GenerateRequest.Module(
                project.getBasedir().toPath(),
                id,
                ids(List.of(goals)),
                ids(List.of("check")),
                claims(),
                execution.getVersion(),
                declarationOptional,
                dependencies);
    }

    /** Returns the id of an execution of a goal that gives one of these parameters another value than this execution does. */
    Optional<String> otherConfiguration(List<String> parameters, String goal) {
        if (plugin.isEmpty()) {
            return Optional.empty();
        }
        return plugin.get().getExecutions().stream()
                .filter(each -> each.getGoals().contains(goal) && !each.getId().equals(id))
                .filter(each ->
                        UnnamedExecution.differs(each.getConfiguration(), execution.getConfiguration(), parameters))
                .map(PluginExecution::getId)
                .findFirst();
    }

    private Set<String> ids(List<String> goals) {
        Set<String> ids = new HashSet<>();
        ids.add(Outputs.FROM_COMMAND_LINE);
        ids.add(id);
        if (plugin.isPresent()) {
            for (PluginExecution each : plugin.get().getExecutions()) {
                if (!Collections.disjoint(each.getGoals(), goals) && !"none".equals(each.getPhase())) {
                    ids.add(each.getId());
                }
            }
        }
        return ids;
    }

    @SuppressWarnings("unchecked") // Maven's signature is raw, and only this class uses the key
    private Map<String, String> claims() {
        Object claims = context.get(CLAIMS);
        if (claims == null) {
            claims = new ConcurrentHashMap<String, String>();
            ((Map<String, Object>) context).put(CLAIMS, claims);
        }
        return (Map<String, String>) claims;
    }
}
