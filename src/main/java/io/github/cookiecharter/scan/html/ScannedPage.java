package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.List;

/**
 * The scripts of a file: of a script file the whole text, of a page the scripts and addresses in it.
 *
 * @param text the file's text; template code may be masked, and offsets are those of the file
 * @param scripts the ranges of the scripts
 * @param addresses the addresses of scripts, frames and images that the page loads
 * @param serverCookies the cookies that Java code in the page sets
 */
public record ScannedPage(
        String text, List<Script> scripts, List<Address> addresses, List<ServerCookie> serverCookies) {

    /**
     * The range of a script.
     *
     * @param from the offset of its first character
     * @param to the offset behind its last character
     * @param guarded whether the banner blocks it until the visitor consents
     */
    public record Script(int from, int to, boolean guarded) {}

    /**
     * An address that a page loads something from.
     *
     * @param url the address, which may contain unknown parts
     * @param offset its offset in the page
     * @param element the element's name, such as {@code script}
     * @param guarded whether the banner loads it only after consent
     */
    public record Address(String url, int offset, String element, boolean guarded) {}

    /**
     * A cookie that code in a page sets or deletes on the server.
     *
     * @param name its name, as far as it is known
     * @param offset the offset of the code
     * @param how a short description of the code
     */
    public record ServerCookie(
            AbstractString name, int offset, String how, boolean deletes, ObservedAttributes attributes) {}

    /** Returns a script file as one script. */
    public static ScannedPage ofScript(String text) {
        return new ScannedPage(text, List.of(new Script(0, text.length(), false)), List.of(), List.of());
    }
}
