package io.github.cookiecharter.audit.browser;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds installed browsers: by their names in the folders of {@code PATH}, and where installers put them. */
public final class BrowserSearch {

    private final List<Path> folders;
    private final boolean windows;

    /**
     * Creates a search.
     *
     * @param path the value of {@code PATH}
     * @param separator what stands between its folders
     * @param windows whether programs end in {@code .exe}
     */
    public BrowserSearch(String path, String separator, boolean windows) {
        this.windows = windows;
        this.folders = Stream.of(path.split(Pattern.quote(separator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> path(folder).stream())
                .toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            // What is no path on this system is not there.
            return Optional.empty();
        }
    }

    /**
     * Finds a browser.
     *
     * @param wanted a name such as {@code firefox}, or the path of a program; empty for the first of all that is found
     * @throws BrowserLaunchException if there is none
     */
    public InstalledBrowser find(String wanted) throws BrowserLaunchException {
        List<String> missing = new ArrayList<>();
        for (BrowserProduct product : BrowserProduct.values()) {
            if (wanted.isEmpty() || wanted.equalsIgnoreCase(product.word())) {
                Optional<Path> program = first(product.commands());
                if (program.isPresent()) {
                    Optional<InstalledBrowser> found = withDriver(product, program.get());
                    if (found.isPresent()) {
                        return found.get();
                    }
                    missing.add(missingDriver(product, program.get()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new BrowserLaunchException(String.join("; ", missing));
        }
        Optional<Path> program = wanted.isEmpty() ? Optional.empty() : first(List.of(wanted));
        if (program.isEmpty()) {
            throw new BrowserLaunchException(
                    (wanted.isEmpty() ? "no browser was found" : "the browser '" + wanted + "' was not found")
                            + ": install Chromium with chromedriver, or Firefox, or write the path of a program");
        }
        BrowserProduct product = product(program.get());
        return withDriver(product, program.get())
                .orElseThrow(() -> new BrowserLaunchException(missingDriver(product, program.get())));
    }

    private Optional<InstalledBrowser> withDriver(BrowserProduct product, Path program) {
        if (!product.needsDriver()) {
            return Optional.of(new InstalledBrowser(product, program, Optional.empty()));
        }
        List<String> drivers = new ArrayList<>();
        for (String driver : product.drivers()) {
            drivers.add(program.resolveSibling(driver).toString());
            drivers.add(driver);
        }
        return first(drivers).map(driver -> new InstalledBrowser(product, program, Optional.of(driver)));
    }

    private static String missingDriver(BrowserProduct product, Path program) {
        return product.title() + " is installed (" + program + "), and the program that drives it is not: install "
                + product.drivers().get(0) + " of the same version, in a folder of PATH or beside the browser,"
                + " or install Firefox, which needs none";
    }

    // A path that names no product is taken for Chromium, of which most browsers are made.
    private static BrowserProduct product(Path program) {
        String name = String.valueOf(program.getFileName()).toLowerCase(Locale.ROOT);
        if (name.contains("firefox")) {
            return BrowserProduct.FIREFOX;
        }
        return name.contains("edge") ? BrowserProduct.EDGE : BrowserProduct.CHROMIUM;
    }

    private Optional<Path> first(List<String> names) {
        for (String name : names) {
            Optional<Path> found = program(windows && !name.endsWith(".exe") ? name + ".exe" : name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Path> program(String name) {
        Optional<Path> path = path(name);
        if (path.isPresent() && (path.get().getNameCount() > 1 || path.get().isAbsolute())) {
            return path.filter(Files::isExecutable).filter(Files::isRegularFile);
        }
        return path.flatMap(file -> folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst());
    }
}
