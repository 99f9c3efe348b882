package io.github.cookiecharter.judge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a Chromium: the one that {@code -Dcookie-charter.browser} or {@code CHROME_BIN} names, else the system's, else
 * the one that the npm package of {@code src/npm/browser} carries. {@code -Dcookie-charter.browser=npm} takes the
 * last at once. Of the system's, a headless shell comes first, because it needs half the processor time; it is a
 * browser without windows, which does not keep whole pages for the back button.
 */
final class BrowserFinder {

    static final String NPM = "npm";

    private static final String HEADLESS_SHELL = "chromium-headless-shell";
    private static final List<String> COMMANDS = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "microsoft-edge-stable",
            "chrome",
            "msedge");
    private static final List<String> MAC_APPLICATIONS = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    private static final List<String> WINDOWS_PROGRAMS = List.of(
            "Google/Chrome/Application/chrome.exe",
            "Chromium/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe");
    private static final String ADVICE = "The tests need a Chromium. Install one (Debian and Ubuntu: 'apt-get install"
            + " chromium'; macOS: 'brew install --cask chromium'; Windows: Edge or Chrome), or name one with"
            + " -Dcookie-charter.browser=<path> or the environment variable CHROME_BIN.";

    private BrowserFinder() {}

    /**
     * A browser to start.
     *
     * @param program the executable
     * @param flags what this one needs besides the flags that all need
     */
    record Found(Path program, List<String> flags) {}

    /**
     * Finds a browser.
     *
     * @param wanted what {@code -Dcookie-charter.browser} says, or nothing
     * @param whole whether a headless shell is not enough
     */
    static Found find(Map<String, String> environment, String wanted, boolean whole) {
        if (wanted.equals(NPM)) {
            return fromNpm(environment);
        }
        if (!wanted.isEmpty()) {
            return named(wanted, "-Dcookie-charter.browser");
        }
        String variable = environment.getOrDefault("CHROME_BIN", "");
        if (!variable.isEmpty()) {
            return named(variable, "CHROME_BIN");
        }
        Optional<Path> shell = whole ? Optional.empty() : command(environment, HEADLESS_SHELL);
        return shell.or(() -> installed(environment)).map(BrowserFinder::plain).orElseGet(() -> fromNpm(environment));
    }

    private static Found named(String path, String by) {
        Path program = Path.of(path);
        if (!Files.isExecutable(program)) {
            throw new BrowserException(by + " names " + path + ", which can't be run. " + ADVICE);
        }
        return plain(program);
    }

    private static Found plain(Path program) {
        return new Found(program, List.of("--headless=new"));
    }

    private static Optional<Path> command(Map<String, String> environment, String command) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                Path program = Path.of(folder, command + (isWindows() ? ".exe" : ""));
                if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> installed(Map<String, String> environment) {
        for (String command : COMMANDS) {
            Optional<Path> program = command(environment, command);
            if (program.isPresent()) {
                return program;
            }
        }
        for (String application : MAC_APPLICATIONS) {
            if (Files.isExecutable(Path.of(application))) {
                return Optional.of(Path.of(application));
            }
        }
        for (String root : List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")) {
            for (String program : WINDOWS_PROGRAMS) {
                Path candidate = Path.of(environment.getOrDefault(root, "")).resolve(program);
                if (environment.containsKey(root) && Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    private static Found fromNpm(Map<String, String> environment) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        if (!system.contains("linux") || !(machine.equals("amd64") || machine.equals("x86_64"))) {
            throw new BrowserException(ADVICE);
        }
        Path sources =
                Npm.folder().getParent().resolveSibling("src").resolve("npm").resolve("browser");
        Path folder = Npm.folder().resolveSibling("npm-browser");
        Path unpacked = folder.resolve("unpacked");
        Path program = unpacked.resolve("chromium");
        Path done = unpacked.resolve("done");
        try {
            if (!Files.exists(done)) {
                Files.createDirectories(unpacked);
                for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
                    Files.copy(sources.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
                must(ProcessRun.of(folder, Map.of(), List.of("npm", "ci", "--loglevel=error")));
                // The package unpacks into the folder for temporary files, and takes what lies there for its own.
                Files.deleteIfExists(program);
                must(ProcessRun.of(
                        folder,
                        Map.of("TMPDIR", unpacked.toString()),
                        List.of(
                                "node",
                                "--input-type=module",
                                "-e",
                                "import c from '@sparticuz/chromium'; await c.executablePath()")));
                Files.createFile(done);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BrowserException(ADVICE + " The one of npm could not be installed: " + e.getMessage(), e);
        }
        return new Found(program, List.of("--headless=shell", "--no-zygote"));
    }

    private static void must(ProcessRun run) {
        if (run.exit() != 0) {
            throw new BrowserException(ADVICE + " The one of npm could not be installed: " + run.output());
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
