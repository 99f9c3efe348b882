package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Netscape's {@code cookies.txt}, which curl, wget and browser extensions write: seven fields with tabs between them. */
final class NetscapeReader {

    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final int FIELDS = 7;

    private NetscapeReader() {}

    /** Returns whether each line that is neither empty nor a comment is one of this format, and there is one. */
    static boolean recognises(List<String> lines) {
        boolean found = false;
        for (String line : lines) {
            if (!isEntry(line)) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length < FIELDS - 1 || !isFlag(fields[1]) || !isFlag(fields[3])) {
                return false;
            }
            found = true;
        }
        return found;
    }

    private static boolean isEntry(String line) {
        return !line.isBlank() && (line.charAt(0) != '#' || line.startsWith(HTTP_ONLY));
    }

    private static boolean isFlag(String field) {
        return field.equalsIgnoreCase("true") || field.equalsIgnoreCase("false");
    }

    static ImportedFile read(String file, List<String> lines) {
        ImportedFile read = new ImportedFile(file, "a cookies.txt");
        read.warn("it does not tell when its cookies were set: lifetimes are to be reviewed");
        for (int i = 0; i < lines.size(); i++) {
            if (isEntry(lines.get(i))) {
                entry(read, lines.get(i), i + 1);
            }
        }
        return read;
    }

    private static void entry(ImportedFile read, String line, int number) {
        boolean httpOnly = line.startsWith(HTTP_ONLY);
        String[] fields = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", -1);
        ImportedPart part = read.cookie(fields[5], Kind.COOKIE, "", number);
        String domain = fields[0].toLowerCase(Locale.ROOT);
        boolean below = fields[1].equalsIgnoreCase("true");
        CookieFacts.place(part, below && !domain.startsWith(".") ? "." + domain : domain, fields[2]);
        part.put("@seen", Told.of(true));
        // Some tools leave the mark out, so its absence says nothing.
        if (httpOnly) {
            part.put("http-only", Told.of(true));
        }
        part.put("secure", Told.of(fields[3].equalsIgnoreCase("true")));
        Optional<Double> end = number(fields[4]);
        if (end.isEmpty()) {
            part.note("lifetime: the file says no number");
        } else if (end.get() <= 0) {
            part.put(CookieFacts.LIFETIME, Told.of(new Lifetime.Session().words()));
        } else {
            BrowserCookies.instant(end.get()).ifPresent(instant -> BrowserCookies.ended(part, instant));
        }
    }

    private static Optional<Double> number(String text) {
        return text.strip().matches("-?\\d{1,18}(\\.\\d{1,9})?")
                ? Optional.of(Double.valueOf(text.strip()))
                : Optional.empty();
    }
}
