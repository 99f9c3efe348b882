package io.github.cookiecharter.goal;

import io.github.cookiecharter.goal.part.DependencyParts;
import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.ResourceCopies;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The request of one execution of {@code generate}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param rules the parameters about the rules
 * @param artefacts what is generated, and how
 * @param address where the site serves the web files
 * @param directories where the artefacts go
 */
public record GenerateRequest(
        Module module,
        Path declaration,
        RuleParameters rules,
        ArtefactChoice artefacts,
        ServedAddress address,
        OutputDirectories directories) {

    /**
     * What is generated, and how.
     *
     * @param words the words for the artefacts, such as {@code policy}
     * @param className fully qualified name of the constants class
     * @param templatesDirectory the site's own templates, absolute
     */
    public record ArtefactChoice(List<String> words, String className, Optional<Path> templatesDirectory) {

        public ArtefactChoice {
            words = List.copyOf(words);
        }
    }

    /**
     * Where the site serves the web files.
     *
     * @param webPath folder below the web root
     * @param baseUrl the prefix of {@code webPath} in links
     */
    public record ServedAddress(String webPath, String baseUrl) {}

    /**
     * Where the artefacts go.
     *
     * @param web the web root, absolute
     * @param sources the root of the generated sources, absolute
     * @param reports where previews and the states of executions lie, absolute
     * @param copies where a later phase copies the generated resources to; empty in a build that copies nothing
     */
    public record OutputDirectories(Path web, Path sources, Path reports, Optional<ResourceCopies> copies) {

        // Maven passes ${project.basedir}/../web unchanged, and Path.startsWith does not resolve '..'.
        public OutputDirectories {
            web = web.normalize();
            sources = sources.normalize();
            reports = reports.normalize();
        }

        /** Returns the folder of the generated resources; the web root where no later phase copies them. */
        Path resources() {
            return copies.isPresent() ? copies.get().from() : web;
        }
    }

    /**
     * The module that is built, and the execution in it.
     *
     * @param folder the module's folder, absolute
     * @param execution the id of this execution
     * @param executions the ids of all executions of the goal that the module has
     * @param checks the ids of all executions of the goal {@code check} that the module has
     * @param claims which execution wrote which file in this build, shared by the executions of the module and changed
     *     by each
     * @param pluginVersion the version of the plugin
     * @param declarationOptional whether the module is skipped if the declaration does not exist, whatever its path
     * @param dependencies finds the module's dependencies
     */
    public record Module(
            Path folder,
            String execution,
            Set<String> executions,
            Set<String> checks,
            Map<String, String> claims,
            String pluginVersion,
            boolean declarationOptional,
            DependencyParts dependencies) {

        // One execution may run both goals, and each goal keeps its own state.
        private static final String CHECK_PREFIX = "check:";

        public Module {
            executions = Set.copyOf(executions);
            checks = Set.copyOf(checks);
        }

        /** Creates a module that must have its declaration, unless that has the default path. */
        public Module(
                Path folder,
                String execution,
                Set<String> executions,
                Set<String> checks,
                Map<String, String> claims,
                String pluginVersion) {
            this(folder, execution, executions, checks, claims, pluginVersion, false, DependencyParts.none());
        }

        /** Returns the folder of this execution's reports: one below the common folder if there are several executions. */
        Path reports(Path folder) {
            return reports(folder, executions);
        }

        /** Returns the folder of the reports of an execution of {@code check}, by the same rule. */
        public Path checkReports(Path folder) {
            return reports(folder, checks);
        }

        /** Returns the id under which an execution of {@code check} keeps its state. */
        String checkStateId() {
            return CHECK_PREFIX + execution;
        }

        /** Returns the ids under which the module's executions keep their states. */
        public Set<String> stateIds() {
            Set<String> ids = new HashSet<>(executions);
            for (String check : checks) {
                ids.add(CHECK_PREFIX + check);
            }
            return ids;
        }

        private Path reports(Path folder, Set<String> executions) {
            int otherExecutions = 0;
            for (String id : executions) {
                if (!id.equals(execution) && !id.equals(Outputs.FROM_COMMAND_LINE)) {
                    otherExecutions++;
                }
            }
            boolean onCommandLine = execution.equals(Outputs.FROM_COMMAND_LINE);
            return otherExecutions > (onCommandLine ? 1 : 0) ? folder.resolve(execution.replace('/', '_')) : folder;
        }
    }
}
