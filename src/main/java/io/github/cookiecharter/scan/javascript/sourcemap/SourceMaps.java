package io.github.cookiecharter.scan.javascript.sourcemap;

import io.github.cookiecharter.scan.javascript.sourcemap.SourceMap.DamagedMapException;
import io.github.cookiecharter.scan.javascript.sourcemap.SourceMap.Original;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The source maps of scripts: in them, or in files beside them that were accepted. A map names files and places alone: no file
 * is read because of it, and no name outside of the module is passed on.
 */
public final class SourceMaps {

    private static final String MARK = "sourceMappingURL=";
    private static final String INLINE = "data:application/json";
    /** If the files that were accepted have more characters than this, further ones are reported and left out. */
    private static final long MOST_CHARACTERS = 64_000_000;

    private static final int LONGEST_PATH = 500;
    private static final int MOST_WARNINGS = 100;

    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Optional<SourceMap>> maps = new HashMap<>();
    private final Set<String> damaged = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private long characters;

    /** Returns whether a path is that of a source map of a script. */
    public static boolean isMap(String path) {
        return path.endsWith(".js.map") || path.endsWith(".mjs.map") || path.endsWith(".cjs.map");
    }

    /** Accepts a source map. */
    public void accept(TextFile file) {
        characters += file.text().length();
        if (characters > MOST_CHARACTERS) {
            warn(file.path(), "there are more source maps than can be kept");
        } else {
            files.put(file.path(), file.text());
        }
    }

    /** Drops the maps; the warnings remain. */
    public void clear() {
        files.clear();
        maps.clear();
        damaged.clear();
        characters = 0;
    }

    /** What is wrong with maps, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns the original place of a place in a script; empty where no map has one inside of the module. */
    public Optional<CodePlace.Text> original(TextFile script, CodePlace.Text place) {
        Optional<SourceMap> map = maps.computeIfAbsent(script.path(), path -> find(script));
        if (map.isEmpty() || damaged.contains(script.path())) {
            return Optional.empty();
        }
        try {
            Optional<Original> original = map.get().original(place.at());
            if (original.isEmpty()) {
                return Optional.empty();
            }
            return path(script.path(), original.get().source())
                    .map(path -> new CodePlace.Text(path, original.get().at()));
        } catch (DamagedMapException e) {
            damaged.add(script.path());
            warn(script.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<SourceMap> find(TextFile script) {
        String url = url(script.text());
        try {
            Optional<String> json = Optional.empty();
            if (url.startsWith(INLINE)) {
                json = Optional.of(inline(url));
            } else if (!url.isEmpty() && url.indexOf(':') < 0) {
                json = resolve(script.path(), url).flatMap(this::text);
            } else if (url.isEmpty()) {
                json = text(script.path() + ".map");
            }
            return json.isEmpty() ? Optional.empty() : Optional.of(SourceMapReader.read(json.get()));
        } catch (DamagedMapException e) {
            warn(script.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The address in the last comment of a script that names a map. */
    private static String url(String text) {
        int mark = text.lastIndexOf(MARK);
        boolean isComment = mark > 3
                && (text.startsWith("//# ", mark - 4)
                        || text.startsWith("//@ ", mark - 4)
                        || text.startsWith("/*# ", mark - 4));
        if (!isComment) {
            return "";
        }
        int from = mark + MARK.length();
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ' && !text.startsWith("*/", end)) {
            end++;
        }
        return text.substring(from, end);
    }

    private static String inline(String url) throws DamagedMapException {
        int comma = url.indexOf(',');
        if (comma < 0 || !url.substring(0, comma).endsWith(";base64")) {
            throw new DamagedMapException("its address is no Base64");
        }
        try {
            return new String(Base64.getDecoder().decode(url.substring(comma + 1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DamagedMapException("its address is no Base64");
        }
    }

    /** The path of a source inside of the module; empty where it would lead outside or is none. */
    private static Optional<String> path(String script, String source) {
        int scheme = source.indexOf("://");
        if (scheme < 0) {
            return resolve(script, source);
        }
        if (!source.startsWith("webpack://")) {
            return Optional.empty();
        }
        // webpack://package/./src/app.js
        String rest = source.substring(scheme + 3);
        String inPackage = rest.substring(rest.indexOf('/') + 1);
        return resolve("", inPackage);
    }

    /** A relative address resolved against a path; empty where it leads out of what that path is relative to. */
    private static Optional<String> resolve(String base, String address) {
        int query = address.indexOf('?');
        String plain = query < 0 ? address : address.substring(0, query);
        boolean isStrange = plain.isBlank()
                || plain.length() > LONGEST_PATH
                || plain.startsWith("/")
                || plain.chars()
                        .anyMatch(c -> c < ' '
                                || c == '\\'
                                || c == ':'
                                || c == 127
                                || Character.getType(c) == Character.FORMAT);
        if (isStrange) {
            return Optional.empty();
        }
        int slash = base.lastIndexOf('/');
        // What stands in an archive stays in it.
        int root = base.lastIndexOf('!') + 1;
        List<String> steps = new ArrayList<>();
        if (slash > root) {
            steps.addAll(List.of(base.substring(root, slash).split("/")));
        }
        for (String step : plain.split("/")) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(base.substring(0, root) + String.join("/", steps));
    }

    private void warn(String path, String problem) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(
                    "the source map of " + path + " is damaged, so its places are those of the script: " + problem);
        }
    }
}
