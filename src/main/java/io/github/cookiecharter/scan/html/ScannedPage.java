package io.github.cookiecharter.scan.html;

import java.util.List;

/**
 * What a scanner of scripts needs of a file: for a script the file itself, for a page its scripts and addresses.
 *
 * @param text the file's text, in which what is no script's may be hidden; each character at its place
 * @param scripts where scripts stand in it
 * @param addresses the addresses of scripts, frames and pictures that a page loads
 * @param headers cookies that the page's own code in Java sets
 */
public record ScannedPage(String text, List<Script> scripts, List<Address> addresses, List<Header> headers) {

    /**
     * A script.
     *
     * @param guarded whether the banner runs it after consent alone
     */
    public record Script(int from, int to, boolean guarded) {}

    /**
     * An address that a page loads something from.
     *
     * @param element the element's name, such as {@code script}
     */
    public record Address(String url, int offset, String element, boolean guarded) {}

    /** A cookie that code in a page sets on the server. */
    public record Header(String name, int offset, String how) {}

    public static ScannedPage ofScript(String text) {
        return new ScannedPage(text, List.of(new Script(0, text.length(), false)), List.of(), List.of());
    }
}
