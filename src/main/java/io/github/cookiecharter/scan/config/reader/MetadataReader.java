package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads from the metadata in which dependencies describe their configuration (Spring Boot, Micronaut, Quarkus) the keys
 * that name cookies. It looks at strings and braces alone, so what it reads need not be JSON.
 */
public final class MetadataReader {

    private static final int LONGEST = 1_000;

    /**
     * A key that names a cookie.
     *
     * @param key the key
     * @param preset the name that the cookie has without it; empty where none is said
     */
    public record NameKey(String key, Optional<String> preset) {}

    /** An object that is open. */
    private static final class Node {
        private String key = "";
        private String preset = "";
        private boolean deeper;
    }

    private MetadataReader() {}

    public static boolean wants(String path) {
        return path.endsWith("META-INF/spring-configuration-metadata.json")
                || path.endsWith("META-INF/additional-spring-configuration-metadata.json")
                || path.endsWith("META-INF/quarkus-config-doc/quarkus-config-model.json");
    }

    public static List<NameKey> read(TextFile file) {
        String text = file.text();
        List<NameKey> keys = new ArrayList<>();
        if (!text.contains("ookie")) {
            return keys;
        }
        Deque<Node> open = new ArrayDeque<>();
        String field = "";
        String last = "";
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                int end = closing(text, at);
                last = text.substring(at + 1, Math.min(end, at + 1 + LONGEST));
                Node node = open.peek();
                if (node != null && !field.isEmpty()) {
                    switch (field) {
                        case "name" -> node.key = last;
                        case "property" -> {
                            node.key = last;
                            node.deeper = true;
                        }
                        case "defaultValue" -> node.preset = last;
                        default -> {}
                    }
                    field = "";
                }
                at = end;
            } else if (c == ':') {
                field = last;
            } else if (c == '{') {
                open.push(new Node());
                field = "";
            } else if (c == '}') {
                Node node = open.poll();
                if (node != null) {
                    finish(node, Optional.ofNullable(open.peek()), keys);
                }
                field = "";
            } else if (c == ',' || c == '[') {
                field = "";
            }
            at++;
        }
        return keys;
    }

    // The metadata of Quarkus keeps the key in an object inside that with the default.
    private static void finish(Node node, Optional<Node> parent, List<NameKey> keys) {
        if (node.deeper && parent.isPresent() && parent.get().key.isEmpty()) {
            parent.get().key = node.key;
            return;
        }
        if (ConfigKeys.namesCookie(node.key)) {
            keys.add(new NameKey(
                    node.key,
                    node.preset.isEmpty() || node.preset.startsWith("$")
                            ? Optional.empty()
                            : Optional.of(node.preset)));
        }
    }

    private static int closing(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }
}
