package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The request of one execution of {@code check}: the parameters of the build, unchecked.
 *
 * @param module the module that is built
 * @param declaration the declaration, absolute
 * @param reportsDirectory where the reports and the states of executions lie, absolute
 * @param rules the parameters about the rules
 * @param code the code that is compared with the declaration
 */
public record CheckRequest(
        GenerateRequest.Module module, Path declaration, Path reportsDirectory, RuleParameters rules, Code code) {

    public CheckRequest {
        reportsDirectory = reportsDirectory.normalize();
    }

    /**
     * The code that is compared with the declaration.
     *
     * @param scan what is scanned
     * @param className fully qualified name of the constants class
     * @param sources the roots of the module's sources, absolute
     * @param index whether and where an index of the libraries is kept
     */
    public record Code(ScanRequest scan, String className, List<Path> sources, LibraryIndex index) {

        public Code {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Whether and where {@code check} keeps an index of the libraries between builds.
     *
     * @param setting the parameter {@code index}, unchecked
     * @param repository the user's Maven repository, absolute; empty if there is none
     * @param notes receives one line when the index cannot be written
     */
    public record LibraryIndex(String setting, Optional<Path> repository, Consumer<String> notes) {

        /** No index. */
        public static final LibraryIndex OFF = new LibraryIndex("off", Optional.empty(), note -> {});

        /**
         * Returns the place of the index; empty if there is none.
         *
         * @param pluginVersion the plugin's version; a snapshot has an index for each of its builds
         * @throws ParameterException if the setting is unknown
         */
        Optional<IndexLocation> location(String pluginVersion) throws ParameterException {
            return switch (setting.strip()) {
                case "off" -> Optional.empty();
                case "on" ->
                    repository.map(folder -> new IndexLocation(
                            folder.resolve(".cache").resolve("cookie-charter"),
                            PluginFingerprint.identify(pluginVersion),
                            notes));
                default ->
                    throw new ParameterException("index", "is '" + setting + "', which is unknown", "write on or off");
            };
        }
    }
}
