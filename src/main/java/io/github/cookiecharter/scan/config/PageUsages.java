package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds features in pages that set cookies: sessions in JSP, the flash scope of Faces, downloads of PrimeFaces. */
public final class PageUsages {

    /** A JSP page creates a session unless its page directive disables it (Jakarta Pages, 1.10.1). */
    static final String JSP_SESSION = "page:session";

    /** A page of Faces uses the flash scope. */
    static final String FACES_FLASH = "page:flash";

    /** A page monitors a download with PrimeFaces. */
    static final String PRIMEFACES_DOWNLOAD = "page:download";

    private static final int MAX_LENGTH = 500;

    private PageUsages() {}

    static boolean supports(String name) {
        return isJsp(name) || name.endsWith(".xhtml");
    }

    /** Returns the features of a page as settings with the keys of this class. */
    public static List<Setting> read(TextFile file) {
        List<Setting> settings = new ArrayList<>();
        String name = file.path().toLowerCase(Locale.ROOT);
        Lines lines = new Lines(file.text());
        String text = isJsp(name)
                ? withoutComments(file.text(), "<%--", "--%>")
                : withoutComments(withoutComments(file.text(), "<!--", "-->"), "<ui:remove", "</ui:remove>");
        if (isJsp(name)) {
            if (!isSessionOff(text)) {
                settings.add(new Setting(JSP_SESSION, "", lines.at(0), file));
            }
            return settings;
        }
        int flash = findFlashExpression(text);
        if (flash >= 0) {
            settings.add(new Setting(FACES_FLASH, "", lines.at(flash), file));
        }
        int monitor = text.indexOf("monitorDownload(");
        if (monitor >= 0) {
            settings.add(new Setting(PRIMEFACES_DOWNLOAD, "", lines.at(monitor), file));
        }
        return settings;
    }

    /** Returns a text of the same length with blanks in place of comments. */
    private static String withoutComments(String text, String open, String close) {
        StringBuilder blanked = new StringBuilder(text);
        for (int at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
            int end = text.indexOf(close, at);
            int to = end < 0 ? text.length() : end + close.length();
            blanked.replace(at, to, " ".repeat(to - at));
            at = to;
        }
        return blanked.toString();
    }

    private static boolean isJsp(String name) {
        return name.endsWith(".jsp") || name.endsWith(".jspx");
    }

    /** Returns whether a page directive contains {@code session="false"}. */
    private static boolean isSessionOff(String text) {
        for (String directive : List.of("<%@", "<jsp:directive.page")) {
            for (int from = text.indexOf(directive); from >= 0; from = text.indexOf(directive, from + 3)) {
                String inner = text.substring(from, Math.min(text.length(), from + MAX_LENGTH));
                int end = inner.indexOf('>');
                String compact = inner.substring(0, end < 0 ? inner.length() : end)
                        .replaceAll("\\s+", "")
                        .replace('\'', '"');
                if (compact.contains("page") && compact.contains("session=\"false\"")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the offset of an expression such as <code>#{flash.message}</code>, or -1. */
    private static int findFlashExpression(String text) {
        for (int word = text.indexOf("flash"); word >= 0; word = text.indexOf("flash", word + 5)) {
            int window = Math.max(0, word - MAX_LENGTH);
            String before = text.substring(window, word);
            int start = before.lastIndexOf("#{");
            boolean used = word + 5 < text.length() && ".[".indexOf(text.charAt(word + 5)) >= 0;
            if (used && start >= 0 && before.indexOf('}', start) < 0 && isWordStart(text, word)) {
                return window + start;
            }
        }
        return -1;
    }

    private static boolean isWordStart(String text, int word) {
        char before = text.charAt(word - 1);
        return !Character.isJavaIdentifierPart(before) && before != '.' && before != '\'' && before != '"';
    }
}
