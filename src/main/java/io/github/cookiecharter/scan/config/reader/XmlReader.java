package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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
 * <p>Nothing outside of the file is ever loaded, and no entity that the file declares is expanded in a text. A file that is
 * not well-formed sets nothing.
 */
public final class XmlReader {

    private static final int DEEPEST = 200;
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

    public static FileSettings read(TextFile file) {
        XmlReader reader = new XmlReader(file);
        // The JDK's parser prints a stack trace where a declaration of types never ends.
        if (reader.nextStart() == file.text().length()) {
            return reader.refused(1, 1);
        }
        reader.at = 0;
        XMLStreamReader xml;
        try {
            xml = parsers().createXMLStreamReader(new StringReader(file.text()));
        } catch (XMLStreamException e) {
            return reader.refused(1, 1);
        }
        try {
            reader.read(xml);
            return FileSettings.of(reader.settings);
        } catch (XMLStreamException e) {
            return reader.refused(
                    xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        }
    }

    // The JDK's messages are in the language of the machine.
    private FileSettings refused(int line, int column) {
        String reason = open.size() == DEEPEST
                ? "it is nested deeper than " + DEEPEST + " levels"
                : "what stands before is not well-formed, or something that nothing declares";
        SourcePosition at = new SourcePosition(Math.max(1, line), Math.max(1, column));
        return new FileSettings(List.of(), List.of(FileSettings.refusal(file, "XML", at, reason)));
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> close();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    content(xml.getText());
                // Entities are never expanded: what one stands for is not known.
                case XMLStreamConstants.ENTITY_REFERENCE -> content("&" + xml.getLocalName() + ";");
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        if (open.size() == DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        Element parent = open.peek();
        String tag = local(xml.getLocalName());
        String path = parent == null ? tag : ConfigKeys.join(parent.path, "/", tag);
        int from = nextStart();
        Element element = new Element(tag, path, lines.at(from));
        if (parent != null) {
            parent.leaf = false;
        }
        settings.add(new Setting(element.path, "", element.at, file));
        int first = settings.size();
        attributes(element, xml, from);
        if (element.isBean()) {
            bean(element, first);
        }
        open.push(element);
    }

    /**
     * The offset of the next start tag, or the end of the text. The parser tells where a tag ends alone, and that wrongly
     * behind an entity; a well-formed text has a start tag for each element that it tells of, in the same order.
     */
    private int nextStart() {
        while (at < text.length()) {
            at = text.indexOf('<', at);
            if (at < 0) {
                at = text.length();
            } else if (text.startsWith("<!--", at)) {
                skipBehind("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skipBehind("]]>");
            } else if (text.startsWith("<!", at)) {
                skipDeclaration();
            } else if (text.startsWith("<?", at)) {
                skipBehind("?>");
            } else if (text.startsWith("</", at)) {
                at++;
            } else {
                return at++;
            }
        }
        return at;
    }

    private void skipBehind(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void skipDeclaration() {
        int brackets = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at++;
                skipBehind(String.valueOf(c));
                continue;
            } else if (text.startsWith("<!--", at)) {
                skipBehind("-->");
                continue;
            } else if (text.startsWith("<?", at)) {
                skipBehind("?>");
                continue;
            }
            at++;
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '>' && brackets <= 0) {
                return;
            }
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

    private void attributes(Element element, XMLStreamReader xml, int from) {
        Map<String, Integer> places = places(from);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = local(xml.getAttributeLocalName(i));
            String value = cut(xml.getAttributeValue(i));
            // Those that a declaration of types adds stand nowhere in the tag.
            SourcePosition place = lines.at(places.getOrDefault(name, from));
            settings.add(new Setting(element.path + "@" + name, value, place, file));
            switch (name) {
                case "name" -> element.name = Optional.of(value);
                case "value" -> element.value = Optional.of(value);
                case "class" -> element.type = Optional.of(value);
                default -> {}
            }
        }
    }

    /** Where the attributes of a start tag stand, which the parser does not tell. */
    private Map<String, Integer> places(int from) {
        Map<String, Integer> places = new HashMap<>();
        int next = from;
        while (next < text.length() && "/>".indexOf(text.charAt(next)) < 0) {
            if (!Character.isWhitespace(text.charAt(next))) {
                next++;
                continue;
            }
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            int quote = next;
            while (quote < text.length() && "\"'/>".indexOf(text.charAt(quote)) < 0) {
                quote++;
            }
            int equals = text.lastIndexOf('=', quote);
            if (equals < next || quote == text.length()) {
                return places;
            }
            places.put(local(text.substring(next, equals).strip()), next);
            int closing = text.indexOf(text.charAt(quote), quote + 1);
            next = closing < 0 ? text.length() : closing + 1;
        }
        return places;
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

    private void content(String part) {
        Element element = open.peek();
        if (element != null && element.content.length() < LONGEST) {
            element.content.append(cut(part));
        }
    }

    private static String cut(String part) {
        return part.length() > LONGEST ? part.substring(0, LONGEST) : part;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /**
     * A parser that fetches nothing: what lies outside of the file is passed over, and what is declared in it is not
     * expanded in texts. Names keep their prefixes, since nobody here asks which namespace they are of.
     */
    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        parsers.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        parsers.setXMLResolver((id, system, base, namespace) -> InputStream.nullInputStream());
        return parsers;
    }
}
