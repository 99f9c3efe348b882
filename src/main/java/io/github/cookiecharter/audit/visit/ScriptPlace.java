package io.github.cookiecharter.audit.visit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the place of a call in the stack of an error. */
final class ScriptPlace {

    // "at f (http://host/a.js:1:2)" in Chromium, "f@http://host/a.js:1:2" in Firefox.
    private static final Pattern FRAME = Pattern.compile("(https?://[^\\s()]+?):(\\d+):(\\d+)\\)?$");

    // The hook's own last frame. Firefox gives the hook the address of the page, so the frames are told apart by this.
    private static final Pattern HOOK = Pattern.compile("^(at (Object\\.)?apply\\b|apply@)");

    private ScriptPlace() {}

    /**
     * Returns the address of the script that made a call, with line and column.
     *
     * @param otherwise what to return if the stack does not tell
     */
    static String of(String stack, String otherwise) {
        List<String> lines = stack.lines().map(String::strip).toList();
        int from = 0;
        for (int i = 0; i < lines.size() && from == 0; i++) {
            from = HOOK.matcher(lines.get(i)).find() ? i + 1 : 0;
        }
        for (String line : lines.subList(from, lines.size())) {
            Matcher frame = FRAME.matcher(line);
            if (frame.find()) {
                return withoutQuery(frame.group(1)) + ":" + frame.group(2) + ":" + frame.group(3);
            }
        }
        return otherwise;
    }

    /** Returns an address without query and fragment, which may contain values that tell visitors apart. */
    static String withoutQuery(String url) {
        int end = url.length();
        for (char c : new char[] {'?', '#'}) {
            int at = url.indexOf(c);
            end = at < 0 ? end : Math.min(end, at);
        }
        return url.substring(0, end);
    }
}
