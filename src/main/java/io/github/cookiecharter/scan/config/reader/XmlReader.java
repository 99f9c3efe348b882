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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the settings of an XML file. Names have no prefix; a name in brackets is that in an element's attribute or child
 * {@code name}:
 *
 * <ul>
 *   <li>{@code a/b} an element, with its text;
 *   <li>{@code a/b@c} an attribute;
 *   <li>{@code a/b[n]} the value of {@code <b name="n" value="…"/>}, of {@code <b name="n">…</b>}, or of an element with
 *       {@code param-name} and {@code param-value};
 *   <li>{@code org.acme.Bean#<init>} a bean of Spring, {@code org.acme.Bean#setName} a property of it, and {@code
 *       org.acme.Bean#<init>[0]} an argument of its constructor, by its index or its name.
 * </ul>
 *
 * <p>Nothing outside of the file is loaded, and no entity that the file declares is expanded in text. A file that is not
 * well-formed has no settings.
 */
public final class XmlReader {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_LENGTH = 1_000;

    private final TextFile file;
    private final String text;
    private final Lines lines;
    private final List<Setting> settings = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private int at;

    /** An element whose end tag is not reached yet. */
    private static final class Element {
        private final String tag;
        private final String path;
        private final SourcePosition at;
        private final StringBuilder content = new StringBuilder();
        private Optional<String> name = Optional.empty();
        private Optional<String> value = Optional.empty();
        private Optional<String> type = Optional.empty();
        private Optional<String> index = Optional.empty();
        private boolean isLeaf = true;
        private int constructorArguments;
        private final Set<String> constructorAttributes = new HashSet<>(0);

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

    /** Reads a file. */
    public static FileSettings read(TextFile file) {
        XmlReader reader = new XmlReader(file);
        // The JDK's parser prints a stack trace if a document type declaration never ends.
        if (reader.nextStart() == file.text().length()) {
            return reader.failure(1, 1);
        }
        reader.at = 0;
        XMLStreamReader xml;
        try {
            xml = createParserFactory().createXMLStreamReader(new StringReader(file.text()));
        } catch (XMLStreamException e) {
            return reader.failure(1, 1);
        }
        try {
            reader.read(xml);
            return FileSettings.of(reader.settings);
        } catch (XMLStreamException e) {
            return reader.failure(
                    xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        }
    }

    // The JDK's messages are in the default locale, so they are not passed on.
    private FileSettings failure(int line, int column) {
        String reason = open.size() == MAX_DEPTH
                ? "it is nested deeper than " + MAX_DEPTH + " levels"
                : "what stands before is not well-formed, or something that nothing declares";
        SourcePosition at = new SourcePosition(Math.max(1, line), Math.max(1, column));
        return new FileSettings(List.of(), List.of(FileSettings.parserWarning(file, "XML", at, reason)));
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> startElement(xml);
                case XMLStreamConstants.END_ELEMENT -> endElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    appendText(xml.getText());
                // Entities are not expanded, so the text of one is unknown.
                case XMLStreamConstants.ENTITY_REFERENCE -> appendText("&" + xml.getLocalName() + ";");
                default -> {}
            }
        }
    }

    private void startElement(XMLStreamReader xml) throws XMLStreamException {
        if (open.size() == MAX_DEPTH) {
            throw new XMLStreamException("too deep");
        }
        Element parent = open.peek();
        String tag = localName(xml.getLocalName());
        String path = parent == null ? tag : ConfigKeys.join(parent.path, "/", tag);
        int from = nextStart();
        Element element = new Element(tag, path, lines.at(from));
        if (parent != null) {
            parent.isLeaf = false;
        }
        settings.add(new Setting(element.path, "", element.at, file));
        int first = settings.size();
        addAttributes(element, xml, from);
        if (element.isBean()) {
            addBeanSettings(element, first);
        }
        open.push(element);
    }

    /**
     * Returns the offset of the next start tag, or the end of the text. The parser gives only the end of a tag, and a wrong one
     * behind an entity; a well-formed text has a start tag for each element that the parser reports, in the same order.
     */
    private int nextStart() {
        while (at < text.length()) {
            at = text.indexOf('<', at);
            if (at < 0) {
                at = text.length();
            } else if (text.startsWith("<!--", at)) {
                skipPast("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skipPast("]]>");
            } else if (text.startsWith("<!", at)) {
                skipDeclaration();
            } else if (text.startsWith("<?", at)) {
                skipPast("?>");
            } else if (text.startsWith("</", at)) {
                at++;
            } else {
                return at++;
            }
        }
        return at;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void skipDeclaration() {
        int brackets = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at++;
                skipPast(String.valueOf(c));
                continue;
            } else if (text.startsWith("<!--", at)) {
                skipPast("-->");
                continue;
            } else if (text.startsWith("<?", at)) {
                skipPast("?>");
                continue;
            }
            at++;
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '>' && brackets <= 0) {
                return;
            }
        }
    }

    /** Adds the settings of a bean: its constructor, and each attribute as a property; other attributes match no table. */
    private void addBeanSettings(Element element, int first) {
        String type = element.type.orElse("");
        settings.add(new Setting(type + "#<init>", "", element.at, file));
        for (int i = first, end = settings.size() - 1; i < end; i++) {
            Setting attribute = settings.get(i);
            String name = attribute.key().substring(attribute.key().lastIndexOf('@') + 1);
            String key = element.constructorAttributes.contains(name)
                    ? constructorArgument(type, name.startsWith("_") ? name.substring(1) : name)
                    : setter(type, name);
            settings.add(new Setting(key, attribute.value(), attribute.at(), file));
        }
    }

    private static String constructorArgument(String type, String argument) {
        return type + "#<init>[" + argument + "]";
    }

    private static String setter(String type, String property) {
        return property.isEmpty()
                ? type
                : type + "#set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    private void addAttributes(Element element, XMLStreamReader xml, int from) {
        Map<String, Integer> positions = attributePositions(from);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = localName(xml.getAttributeLocalName(i));
            String value = truncate(xml.getAttributeValue(i));
            // Attributes with a default in the document type declaration are not in the tag.
            SourcePosition position = lines.at(positions.getOrDefault(name, from));
            settings.add(new Setting(element.path + "@" + name, value, position, file));
            switch (name) {
                case "name" -> element.name = Optional.of(value);
                case "value" -> element.value = Optional.of(value);
                case "class" -> element.type = Optional.of(value);
                case "index" -> element.index = Optional.of(value);
                default -> {}
            }
            if (text.startsWith("c:", positions.getOrDefault(name, from))) {
                element.constructorAttributes.add(name);
            }
        }
    }

    /** Returns the positions of the attributes of a start tag, which the parser does not give. */
    private Map<String, Integer> attributePositions(int from) {
        Map<String, Integer> positions = new HashMap<>();
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
                return positions;
            }
            positions.put(localName(text.substring(next, equals).strip()), next);
            int closing = text.indexOf(text.charAt(quote), quote + 1);
            next = closing < 0 ? text.length() : closing + 1;
        }
        return positions;
    }

    private void endElement() {
        Element element = open.pop();
        Optional<Element> parent = Optional.ofNullable(open.peek());
        String content = element.content.toString().strip();
        if (element.isLeaf && !content.isEmpty()) {
            settings.add(new Setting(element.path, content, element.at, file));
            if (parent.isPresent()) {
                setParameter(parent.get(), element.tag, content);
            }
        }
        Optional<String> value = element.value;
        if (value.isEmpty() && element.isLeaf && !content.isEmpty()) {
            value = Optional.of(content);
        }
        if (parent.isPresent() && parent.get().isBean() && element.tag.equals("constructor-arg")) {
            String argument =
                    element.index.or(() -> element.name).orElse(String.valueOf(parent.get().constructorArguments));
            parent.get().constructorArguments++;
            String key = constructorArgument(parent.get().type.orElse(""), argument);
            value.ifPresent(text -> settings.add(new Setting(key, text, element.at, file)));
        } else if (element.name.isPresent() && value.isPresent()) {
            addNamed(element, parent, element.name.get(), value.get());
        }
    }

    private void addNamed(Element element, Optional<Element> parent, String name, String value) {
        settings.add(new Setting(element.path + "[" + name + "]", value, element.at, file));
        if (parent.isPresent() && parent.get().isBean() && element.tag.equals("property")) {
            settings.add(new Setting(setter(parent.get().type.orElse(""), name), value, element.at, file));
        }
    }

    private static void setParameter(Element parent, String tag, String content) {
        if (tag.equals("param-name")) {
            parent.name = Optional.of(content);
        } else if (tag.equals("param-value") || tag.equals("value")) {
            parent.value = Optional.of(content);
        }
    }

    private void appendText(String part) {
        Element element = open.peek();
        if (element != null && element.content.length() < MAX_LENGTH) {
            element.content.append(truncate(part));
        }
    }

    private static String truncate(String part) {
        return part.length() > MAX_LENGTH ? part.substring(0, MAX_LENGTH) : part;
    }

    private static String localName(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /**
     * Returns a factory of parsers that load nothing: external entities are ignored, and declared ones are not expanded in
     * text. Names keep their prefixes, since no key depends on a namespace.
     */
    private static XMLInputFactory createParserFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setXMLResolver((id, system, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
