package io.github.cookiecharter.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The project's own pom, as it is written. */
record Pom(Element root) {

    static Pom read() throws Exception {
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement());
    }

    /** The elements at the end of a path of children from the root. */
    List<Element> at(String... path) {
        List<Element> found = List.of(root);
        for (String name : path) {
            List<Element> next = new ArrayList<>();
            found.forEach(element -> next.addAll(children(element, name)));
            found = next;
        }
        return found;
    }

    /** The elements of a name, wherever they stand. */
    List<Element> anywhere(String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = root.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            found.add((Element) all.item(i));
        }
        return found;
    }

    /** The text of the first child of a name, or of another where there is none. */
    static String text(Element element, String name, String otherwise) {
        return children(element, name).stream()
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse(otherwise);
    }

    static List<Element> children(Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each && each.getTagName().equals(name)) {
                found.add(each);
            }
        }
        return found;
    }
}
