package io.github.cookiecharter.scan.javascript.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;

/** A syntax tree as a line of text: each node in parentheses, with its kind and its parts. */
final class PrintedTree {

    private PrintedTree() {}

    static String of(List<SyntaxNode> nodes) {
        return nodes.stream().map(PrintedTree::of).collect(Collectors.joining(" "));
    }

    private static String of(SyntaxNode node) {
        if (node instanceof SyntaxNode.Nothing) {
            return "-";
        }
        if (node instanceof SyntaxNode.Identifier identifier) {
            return identifier.name();
        }
        if (node instanceof SyntaxNode.Text text) {
            return '"' + text.value() + '"';
        }
        if (node instanceof SyntaxNode.Digits digits) {
            return digits.text();
        }
        StringBuilder text = new StringBuilder("(").append(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            String part = part(value(node, component), component.getName());
            text.append(part.isEmpty() ? "" : " ").append(part);
        }
        return text.append(')').toString();
    }

    private static Object value(SyntaxNode node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Object value, String name) {
        if (name.equals("start") || name.equals("end")) {
            return "";
        }
        if (value instanceof SyntaxNode node) {
            return of(node);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> of((SyntaxNode) one)).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof Boolean is) {
            return is ? name : "";
        }
        return value.toString();
    }
}
