package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a configuration in XML sets. Names have no prefix; a name in brackets is what an element is called by its
 * attribute or child {@code name}:
 *
 * <ul>
 *   <li>{@code a/b} an element, with its text;
 *   <li>{@code a/b@c} an attribute;
 *   <li>{@code a/b[n]} the value of {@code <b name="n" value="…"/>}, of {@code <b name="n">…</b>}, or of an element with
 *       {@code param-name} and {@code param-value};
 *   <li>{@code org.acme.Bean#<init>} a bean of Spring, and {@code org.acme.Bean#setName} a property of it.
 * </ul>
 *
 * <p>Declarations of types and entities are passed over: nothing is ever loaded or expanded.
 */
public final class XmlReader {

    private static final int DEEPEST = 48;
    private static final int LONGEST = 1_000;

    private final TextFile file;
    private final String text;
    private final Lines lines;
    private final List<Setting> settings = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private int at;

    /** An element that is open. */
    private static final class Element {
        private final String tag;
        private final String path;
        private final SourcePosition at;
        private final StringBuilder content = new StringBuilder();
        private Optional<String> name = Optional.empty();
        private Optional<String> value = Optional.empty();
        private Optional<String> type = Optional.empty();
        private boolean leaf = true;

        Element(String tag, String path, SourcePosition at) {
            this.tag = tag;
            this.path = path;
            this.at = at;
        }

        boolean isBean() {
            return type.isPresent() && tag.equals("bean");
        }
    }

    private XmlReader(TextFile file) {
        this.file = file;
        this.text = file.text();
        this.lines = new Lines(text);
    }

    public static List<Setting> read(TextFile file) {
        XmlReader reader = new XmlReader(file);
        reader.read();
        return reader.settings;
    }

    private void read() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            content(at, tag < 0 ? text.length() : tag);
            if (tag < 0) {
                break;
            }
            at = tag;
            if (text.startsWith("<!--", at)) {
                skipBehind("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                int from = at + 9;
                skipBehind("]]>");
                raw(from, Math.max(from, at - 3));
            } else if (text.startsWith("<!", at)) {
                declaration();
            } else if (text.startsWith("<?", at)) {
                skipBehind("?>");
            } else if (text.startsWith("</", at)) {
                int from = at + 2;
                skipBehind(">");
                end(local(text.substring(from, Math.min(Math.max(from, at - 1), from + LONGEST))
                        .strip()));
            } else {
                start();
            }
        }
        while (!open.isEmpty()) {
            close();
        }
    }

    private void start() {
        int from = at++;
        String tag = local(name());
        if (tag.isEmpty()) {
            return;
        }
        Element parent = open.peek();
        String path = parent == null ? tag : ConfigKeys.join(parent.path, "/", tag);
        Element element = new Element(tag, path, lines.at(from));
        if (parent != null) {
            parent.leaf = false;
        }
        settings.add(new Setting(element.path, "", element.at, file));
        int first = settings.size();
        boolean empty = attributes(element);
        if (element.isBean()) {
            bean(element, first);
        }
        open.push(element);
        if (empty) {
            close();
        }
    }

    /** What stands in attributes of a bean is a property, or something that no framework's table asks for. */
    private void bean(Element element, int first) {
        String type = element.type.orElse("");
        settings.add(new Setting(type + "#<init>", "", element.at, file));
        for (int i = first, end = settings.size() - 1; i < end; i++) {
            Setting attribute = settings.get(i);
            String name = attribute.key().substring(attribute.key().lastIndexOf('@') + 1);
            settings.add(new Setting(setter(type, name), attribute.value(), attribute.at(), file));
        }
    }

    private static String setter(String type, String property) {
        return property.isEmpty()
                ? type
                : type + "#set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    /** Reads the attributes up to the end of the tag, and tells whether the element is closed by it. */
    private boolean attributes(Element element) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '>') {
                at++;
                return false;
            }
            if (c == '/' && text.startsWith("/>", at)) {
                at += 2;
                return true;
            }
            if (c == '<') {
                return false;
            }
            if (c == '/' || c == '=' || c == '"' || c == '\'' || Character.isWhitespace(c)) {
                at++;
                continue;
            }
            attribute(element);
        }
        return true;
    }

    private void attribute(Element element) {
        int from = at;
        String name = local(name());
        skipSpaces();
        if (at == from) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '=') {
            return;
        }
        at++;
        skipSpaces();
        if (at == text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
            return;
        }
        int close = text.indexOf(text.charAt(at), at + 1);
        int end = close < 0 ? text.length() : close;
        String value = decoded(text.substring(at + 1, Math.min(end, at + 1 + LONGEST)));
        at = Math.min(text.length(), end + 1);
        settings.add(new Setting(element.path + "@" + name, value, lines.at(from), file));
        switch (name) {
            case "name" -> element.name = Optional.of(value);
            case "value" -> element.value = Optional.of(value);
            case "class" -> element.type = Optional.of(value);
            default -> {}
        }
    }

    private void end(String tag) {
        boolean known = false;
        int depth = 0;
        for (Element element : open) {
            if (element.tag.equals(tag)) {
                known = true;
                break;
            }
            if (++depth > DEEPEST) {
                break;
            }
        }
        while (known && !open.isEmpty()) {
            boolean last = open.element().tag.equals(tag);
            close();
            if (last) {
                return;
            }
        }
    }

    private void close() {
        Element element = open.pop();
        Optional<Element> parent = Optional.ofNullable(open.peek());
        String content = element.content.toString().strip();
        if (element.leaf && !content.isEmpty()) {
            settings.add(new Setting(element.path, content, element.at, file));
            if (parent.isPresent()) {
                take(parent.get(), element.tag, content);
            }
        }
        Optional<String> value = element.value;
        if (value.isEmpty() && element.leaf && !content.isEmpty()) {
            value = Optional.of(content);
        }
        if (element.name.isPresent() && value.isPresent()) {
            named(element, parent, element.name.get(), value.get());
        }
    }

    private void named(Element element, Optional<Element> parent, String name, String value) {
        settings.add(new Setting(element.path + "[" + name + "]", value, element.at, file));
        if (parent.isPresent() && parent.get().isBean() && element.tag.equals("property")) {
            settings.add(new Setting(setter(parent.get().type.orElse(""), name), value, element.at, file));
        }
    }

    private static void take(Element parent, String tag, String content) {
        if (tag.equals("param-name")) {
            parent.name = Optional.of(content);
        } else if (tag.equals("param-value") || tag.equals("value")) {
            parent.value = Optional.of(content);
        }
    }

    private void content(int from, int to) {
        Element element = open.peek();
        if (element != null && element.content.length() < LONGEST) {
            element.content.append(decoded(text.substring(from, Math.min(to, from + LONGEST))));
        }
    }

    private void raw(int from, int to) {
        Element element = open.peek();
        if (element != null && element.content.length() < LONGEST) {
            element.content.append(text, from, Math.min(to, from + LONGEST));
        }
    }

    private void declaration() {
        int brackets = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close;
            } else if (text.startsWith("<!--", at)) {
                skipBehind("-->");
                continue;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                at++;
                return;
            }
            at++;
        }
    }

    private void skipBehind(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private String name() {
        int from = at;
        while (at < text.length() && "=/>< \t\r\n\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, Math.min(at, from + LONGEST));
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
