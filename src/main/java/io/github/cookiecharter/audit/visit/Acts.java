package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.json.JsonValue;
import java.util.Optional;

/** What happened during a visit, as the browser told it. */
final class Acts {

    private Acts() {}

    /**
     * A header {@code Set-Cookie}.
     *
     * @param text its value
     * @param url the address whose response had it
     * @param refused why the browser did not store the cookie, if it told so
     * @param afterChoice whether it came after the visitor's choice
     */
    record Header(String text, String url, Optional<String> refused, boolean afterChoice) {}

    /**
     * A call of a script, as the hooks report it.
     *
     * @param message the report
     * @param afterChoice whether it came after the visitor's choice
     */
    record Call(JsonValue message, boolean afterChoice) {}

    /**
     * A request.
     *
     * @param url its address
     * @param initiator the script that asked, with line and column; empty if none is known
     * @param afterChoice whether it came after the visitor's choice
     */
    record Request(String url, String initiator, boolean afterChoice) {}
}
