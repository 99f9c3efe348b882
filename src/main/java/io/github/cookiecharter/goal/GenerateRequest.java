package io.github.cookiecharter.goal;

import io.github.cookiecharter.output.Outputs;
import io.github.cookiecharter.output.ResourceCopies;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that one execution of {@code generate} is asked for: the parameters as the build gave them, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param rules what the build says about the rules
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
     * @param baseUrl what stands before {@code webPath} in links
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

        // Below a folder spelled with '..' nothing would seem to lie: ${project.basedir}/../web reaches us as it is
        // written.
        public OutputDirectories {
            web = web.normalize();
            sources = sources.normalize();
            reports = reports.normalize();
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
     */
    public record Module(
            Path folder,
            String execution,
            Set<String> executions,
            Set<String> checks,
            Map<String, String> claims,
            String pluginVersion) {

        // One execution may have both goals, and each keeps a state of its own.
        private static final String CHECK = "check:";

        public Module {
            executions = Set.copyOf(executions);
            checks = Set.copyOf(checks);
        }

        /** The folder of this execution's reports: its own below the common one, once there are several executions. */
        Path reports(Path folder) {
            return reports(folder, executions);
        }

        /** The same for an execution of {@code check}. */
        Path checkReports(Path folder) {
            return reports(folder, checks);
        }

        /** The id under which an execution of {@code check} keeps its state. */
        String checkState() {
            return CHECK + execution;
        }

        /** The ids under which executions keep states. */
        Set<String> states() {
            Set<String> states = new HashSet<>(executions);
            for (String check : checks) {
                states.add(CHECK + check);
            }
            return states;
        }

        private Path reports(Path folder, Set<String> executions) {
            int others = 0;
            for (String each : executions) {
                if (!each.equals(execution) && !each.equals(Outputs.FROM_COMMAND_LINE)) {
                    others++;
                }
            }
            boolean repeats = execution.equals(Outputs.FROM_COMMAND_LINE);
            return others > (repeats ? 1 : 0) ? folder.resolve(execution.replace('/', '_')) : folder;
        }
    }
}
