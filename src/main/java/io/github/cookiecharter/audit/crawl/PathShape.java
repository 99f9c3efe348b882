package io.github.cookiecharter.audit.crawl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The shape of a path: pages that are made from one template for many things have the same one. */
final class PathShape {

    private static final String VARIABLE = "*";
    private static final int LONG = 24;
    private static final int WORDS = 3;

    private PathShape() {}

    /** Returns the shape of a path with its query, such as {@code /products/*?page}. */
    static String of(String page) {
        int mark = page.indexOf('?');
        String path = mark < 0 ? page : page.substring(0, mark);
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(isVariable(segment) ? VARIABLE + extension(segment) : segment);
        }
        String query = mark < 0 ? "" : page.substring(mark + 1);
        String names = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
        return String.join("/", segments) + (names.isEmpty() ? "" : "?" + names);
    }

    // A number, a date, an identifier, or a title in many words.
    private static boolean isVariable(String segment) {
        return segment.chars().anyMatch(Character::isDigit)
                || segment.indexOf('%') >= 0
                || segment.length() > LONG
                || segment.split("[-_+]", -1).length > WORDS;
    }

    private static String extension(String segment) {
        int dot = segment.lastIndexOf('.');
        return dot > 0 && segment.substring(dot + 1).matches("[a-zA-Z]{1,5}") ? segment.substring(dot) : "";
    }
}
