package io.github.cookiecharter.goal;

import java.util.List;

/** Texts that would break out of the place where they land, if that place did not encode them. */
public final class HostileTexts {

    /** What every artefact must show as text, or replace where the characters themselves are no text. */
    public static final List<String> ALL = List.of(
            // HTML
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"onmouseover=\"alert(1)",
            "' onmouseover='alert(1)",
            "<!-- comment -->",
            "--><p>after",
            "--!><p>after",
            "]]>",
            "<![CDATA[x]]>",
            "&lt;b&gt; &amp; &nbsp; &#x3c; &nosuch; &",
            "</title></style></textarea></pre></table></section></body></html>",
            "<h1>heading</h1>",
            "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            // JavaScript and JSON
            "';alert(1);//",
            "\\';alert(1);//",
            "`${alert(1)}`",
            "\\u003cscript\\u003e",
            "__proto__",
            "line\u2028separator\u2029paragraph",
            // Java
            "*/ class Evil {} /*",
            "\\u002a/ class Evil {} /\\u002a",
            "*\\u002f class Evil {}",
            "\\u0022; static { System.exit(1); } //",
            "\\u000a} class Evil {",
            "\\\\u000a\\",
            "\"; static { System.exit(1); } //",
            "{@link Evil} {@code } {@inheritDoc",
            "@author Evil",
            "@deprecated @param x y",
            "}",
            "{",
            "** /**/ //",
            // Templates and formats
            "{{x}}",
            "{{{x}}}",
            "{{> policy/page}}",
            "{{#x}}{{/y}}",
            "{{=<% %>=}}",
            "{{!",
            "${project.version} ${x} $1 \\1",
            "#{x} @{x} *{x}",
            "%s %n %x %",
            "{0} {site} {purposes} '{0}'",
            // Styles
            "} body { display: none } /*",
            "url(javascript:alert(1))",
            "\\3c script",
            // Characters
            "'",
            "\"",
            "\\",
            "`",
            "tab\tcarriage\rreturn\r\nlines\n\nlines",
            "controls \u0001\u0008\u000b\u000c\u001b[31m\u007f\u0085\u009b",
            "bidi \u202eevil\u202c \u2066isolated\u2069 \u200f\u200e\u061c",
            "invisible \u200b\u2060\ufeff\u00ad\u180e",
            "tags \udb40\udc65\udb40\udc7f",
            "unpaired \ud800 and \udc00 and \udc00\ud800",
            "noncharacters \ufffe\uffff\ufdd0\ud83f\udffe",
            "\ud83c\udf6a \ud83d\udc69\u200d\ud83d\udcbb \ud83c\uddeb\ud83c\uddf7",
            "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
            "\u05e2\u05d5\u05d2\u05d9\u05d5\u05ea \u0643\u0639\u0643",
            "\u00a0",
            "\u3000\u2003",
            "-",
            "--",
            "a--b---c--",
            "no: yes # not a comment",
            "long".repeat(2_000),
            "many words ".repeat(500));

    private HostileTexts() {}
}
