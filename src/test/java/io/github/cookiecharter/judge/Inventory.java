package io.github.cookiecharter.judge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a page consists of once a browser's parser has read it, texts aside.
 *
 * @param kinds each kind of element with each of its attributes, such as {@code a} and {@code a[href]}
 * @param active how many elements there are of those that run or load something
 * @param schemes the schemes of all addresses; empty for one that has none
 * @param handlers the attributes that run a script
 * @param scripts what the scripts hold
 * @param pages the pages within the page
 */
public record Inventory(
        Set<String> kinds,
        Map<String, Integer> active,
        Set<String> schemes,
        List<String> handlers,
        List<String> scripts,
        List<String> pages) {

    private static final Set<String> ACTIVE =
            Set.of("script", "iframe", "style", "link", "object", "embed", "base", "form", "meta", "svg", "template");

    private static final Set<String> ADDRESSES = Set.of(
            "href", "src", "action", "formaction", "data", "poster", "cite", "srcset", "background", "xlink:href");

    /** The inventory of a page, or of a part of one. */
    public static Inventory of(String html) {
        HtmlDocumentBuilder parser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        Inventory inventory = new Inventory(
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            source.setEncoding("UTF-8");
            NodeList all = parser.parse(source).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                inventory.add((Element) all.item(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
        return inventory;
    }

    private void add(Element element) {
        String tag = element.getTagName();
        kinds.add(tag);
        if (ACTIVE.contains(tag)) {
            active.merge(tag, 1, Integer::sum);
        }
        if (tag.equals("script")
                && element.getAttribute("type").isEmpty()
                && !element.getTextContent().isBlank()) {
            scripts.add(element.getTextContent());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            kinds.add(tag + "[" + name + "]");
            if (name.startsWith("on")) {
                handlers.add(tag + "[" + name + "]=" + value);
            }
            if (ADDRESSES.contains(name)) {
                schemes.add(scheme(value));
            }
            if (name.equals("srcdoc")) {
                pages.add(value);
            }
        }
    }

    // As the URL standard reads it: blanks and controls before it, and line ends within it, do not count.
    private static String scheme(String address) {
        String plain = address.replaceAll("[\\t\\n\\r]", "").replaceAll("^[\\x00-\\x20]+", "");
        return plain.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")
                ? plain.substring(0, plain.indexOf(':')).toLowerCase(Locale.ROOT)
                : "";
    }
}
