package io.github.cookiecharter.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a browser's parser understands it. */
record ParsedPage(Document document) {

    static ParsedPage of(String html) {
        HtmlDocumentBuilder parser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        try {
            InputSource source = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            source.setEncoding("UTF-8");
            return new ParsedPage(parser.parse(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    /** The elements of a name, in the order of the document. */
    List<Element> all(String tag) {
        return listed(document.getElementsByTagName(tag));
    }

    Element first(String tag) {
        return all(tag).get(0);
    }

    /** The elements that carry an attribute. */
    List<Element> with(String attribute) {
        return all("*").stream()
                .filter(element -> element.hasAttribute(attribute))
                .toList();
    }

    Element with(String attribute, String value) {
        return with(attribute).stream()
                .filter(element -> element.getAttribute(attribute).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has " + attribute + "=" + value));
    }

    static List<Element> below(Element parent, String tag) {
        return listed(parent.getElementsByTagName(tag));
    }

    private static List<Element> listed(NodeList found) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The cells of a row, or of a table's header row, as text. */
    static List<String> cells(Element row) {
        return below(row, "*").stream()
                .filter(element -> element.getTagName().equals("td")
                        || element.getTagName().equals("th"))
                .map(Element::getTextContent)
                .toList();
    }

    /** The rows of every table body, as text. */
    List<List<String>> rows() {
        return all("tbody").stream()
                .flatMap(body -> below(body, "tr").stream())
                .map(ParsedPage::cells)
                .toList();
    }

    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).toList();
    }
}
