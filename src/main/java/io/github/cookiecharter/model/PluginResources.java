package io.github.cookiecharter.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Access to the files in the plugin's jar: texts, templates, tables, scripts. */
public final class PluginResources {

    private static final String ROOT = "../";
    // Resources are resolved relative to this class: a lookup through Maven's class loader would search the JDK's
    // modules first, which takes longer than reading a file.
    private static final URL OWN_CLASS =
            Objects.requireNonNull(PluginResources.class.getResource("PluginResources.class"));

    private PluginResources() {}

    /**
     * Returns the content of a file, if it exists.
     *
     * @param path the path below the plugin's root package, such as {@code language/en.properties}
     */
    public static Optional<byte[]> find(String path) {
        try {
            URLConnection connection = new URL(OWN_CLASS, ROOT + path).openConnection();
            // The JDK's cache of the jar would outlive a plugin that is rebuilt.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(in.readAllBytes());
            }
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a file.
     *
     * @param path the path below the plugin's root package
     * @throws IllegalArgumentException if there is no such file
     */
    public static byte[] bytes(String path) {
        Optional<byte[]> found = find(path);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return found.get();
    }

    /**
     * Returns the lines of a UTF-8 text, without line ends.
     *
     * @param path the path below the plugin's root package
     * @throws IllegalArgumentException if there is no such file
     */
    public static List<String> lines(String path) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            lines.add(text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end));
            from = end + 1;
        }
        return lines;
    }
}
