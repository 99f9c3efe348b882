package io.github.cookiecharter.goal;

import io.github.cookiecharter.check.SourceLocator;
import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Maps the places of evidence to files of the module, so that an editor can open them. */
final class ModuleSourceLocator implements SourceLocator {

    private final Path folder;
    private final Path root;
    private final List<Path> sources;

    /**
     * Creates the locator of a module.
     *
     * @param folder the module's folder, absolute
     * @param root the root of the whole build, to which addresses are relative
     * @param sources the roots of the module's sources, absolute
     */
    ModuleSourceLocator(Path folder, Path root, List<Path> sources) {
        this.folder = folder.normalize();
        this.root = root.normalize();
        this.sources = sources;
    }

    @Override
    public SourceLocation locate(CodePlace place, String origin) {
        String text = place.text();
        if (!origin.equals(Evidence.OWN)) {
            return new SourceLocation(origin + ": " + text, Optional.empty());
        }
        Optional<Path> file =
                place instanceof CodePlace.Code code ? sourceFile(code) : resolve(((CodePlace.Text) place).path());
        return new SourceLocation(text, file.flatMap(path -> location(path, position(place))));
    }

    private static SourcePosition position(CodePlace place) {
        return place instanceof CodePlace.Text text
                ? text.at()
                : new SourcePosition(((CodePlace.Code) place).line().orElse(1), 1);
    }

    private Optional<Path> resolve(String path) {
        try {
            return Optional.of(folder.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> sourceFile(CodePlace.Code code) {
        if (code.source().isEmpty()) {
            return Optional.empty();
        }
        int end = code.type().lastIndexOf('.');
        String path = code.type().substring(0, end + 1).replace('.', '/')
                + code.source().get();
        for (Path each : sources) {
            try {
                Path file = each.resolve(path).normalize();
                if (file.toFile().isFile()) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    // A file outside the build has no URI that is valid on another machine.
    private Optional<SourceLocation.File> location(Path file, SourcePosition at) {
        if (!file.startsWith(folder) || !file.startsWith(root) || !file.toFile().isFile()) {
            return Optional.empty();
        }
        return Optional.of(new SourceLocation.File(
                display(folder.relativize(file)), PercentEncoding.path(display(root.relativize(file))), at));
    }

    private static String display(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
