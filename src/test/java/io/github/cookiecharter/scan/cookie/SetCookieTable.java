package io.github.cookiecharter.scan.cookie;

import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of {@code set-cookie.txt}: texts, and what each says of a cookie. */
public final class SetCookieTable {

    private static final String ARROW = " -> ";
    private static final String UNKNOWN = "{}";

    /**
     * A row.
     *
     * @param text the text as the table writes it
     * @param expected what it says, in the words of {@link SetCookieTable#describe}
     */
    public record Row(String text, String expected) {

        /** The text with its control characters, and {@link AbstractString#UNKNOWN} for its unknown parts. */
        public String notation() {
            return text.replace("\\t", "\t")
                    .replace("\\n", "\n")
                    .replace(UNKNOWN, String.valueOf(AbstractString.UNKNOWN));
        }

        /** The text as an expression of Java or JavaScript. */
        public String expression(String unknown) {
            StringBuilder expression = new StringBuilder("\"");
            for (char c : notation().toCharArray()) {
                switch (c) {
                    case AbstractString.UNKNOWN ->
                        expression.append("\" + ").append(unknown).append(" + \"");
                    case '"', '\\' -> expression.append('\\').append(c);
                    case '\t' -> expression.append("\\t");
                    case '\n' -> expression.append("\\n");
                    default -> expression.append(c);
                }
            }
            return expression.append('"').toString();
        }
    }

    private SetCookieTable() {}

    public static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(SetCookieTable.class.getResourceAsStream("set-cookie.txt"), "set-cookie.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    int arrow = line.lastIndexOf(ARROW);
                    rows.add(new Row(line.substring(0, arrow), line.substring(arrow + ARROW.length())));
                }
            }
        }
        return rows;
    }

    /** What is known of a cookie, in the words of the table. */
    public static String describe(
            Certainty certainty, StorageAction action, String name, ObservedAttributes attributes) {
        if (certainty == Certainty.UNRESOLVED) {
            return "unresolved " + action.word() + " -";
        }
        List<String> words = new ArrayList<>();
        attributes.lifetime().ifPresent(lifetime -> words.add(lifetime.words()));
        attributes.httpOnly().ifPresent(is -> words.add("httpOnly=" + is));
        attributes.secure().ifPresent(is -> words.add("secure=" + is));
        attributes.sameSite().ifPresent(site -> words.add("sameSite=" + site.word()));
        attributes.domain().ifPresent(domain -> words.add("domain=" + domain));
        attributes.path().ifPresent(path -> words.add("path=" + path));
        return certainty.word() + " " + action.word() + " " + name + " {" + String.join(", ", words) + "}";
    }
}
