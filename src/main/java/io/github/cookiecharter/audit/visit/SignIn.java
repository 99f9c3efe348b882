package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.browser.BrowserLaunchException;
import io.github.cookiecharter.audit.browser.BrowserSession;
import io.github.cookiecharter.audit.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signs in once, in a context of its own, and keeps what the browser got for the visitors of the audit. */
public final class SignIn {

    private static final String FILL = """
            (selector, value) => {
              const field = document.querySelector(selector);
              const type = Object.getPrototypeOf(field);
              const property = Object.getOwnPropertyDescriptor(type, "value");
              if (property && property.set) { property.set.call(field, value); } else { field.value = value; }
              field.dispatchEvent(new Event("input", { bubbles: true }));
              field.dispatchEvent(new Event("change", { bubbles: true }));
              return "filled";
            }""";

    private SignIn() {}

    /** What a step does. */
    public enum Act {
        /** Loads a page. */
        OPEN,
        /** Writes a value into a field. */
        FILL,
        /** Clicks. */
        CLICK,
        /** Waits until something is visible. */
        WAIT
    }

    /**
     * A step.
     *
     * @param target a path, or a CSS selector
     * @param value what is written into a field; empty for other acts
     */
    public record Step(Act act, String target, String value) {

        /** Leaves out the value, which is a secret. */
        @Override
        public String toString() {
            return act.name().toLowerCase(Locale.ROOT) + " " + target;
        }
    }

    /**
     * Signs in.
     *
     * @throws BrowserLaunchException if a step cannot be done: an audit of a visitor who is not signed in would prove nothing
     */
    static VisitorState run(BrowserSession session, AuditSettings settings, List<Step> steps)
            throws BrowserLaunchException {
        String doing = "";
        try (VisitorTab tab = VisitorTab.open(session, settings, false)) {
            for (Step step : steps) {
                doing = step.toString();
                run(tab, settings, step);
            }
            doing = "reading the session";
            return state(session, tab);
        } catch (VisitException e) {
            throw failed(doing, e.words(), e);
        } catch (BidiException e) {
            throw failed(doing, e.words(), e);
        }
    }

    private static BrowserLaunchException failed(String doing, String words, Exception cause) {
        return new BrowserLaunchException("the sign-in failed at '" + doing + "': " + words, cause);
    }

    private static void run(VisitorTab tab, AuditSettings settings, Step step) throws VisitException, BidiException {
        if (step.act() == Act.OPEN) {
            tab.load(settings.address(step.target()));
            return;
        }
        if (!tab.awaitVisible(
                step.target(),
                settings.timeout().compareTo(Duration.ofSeconds(10)) < 0
                        ? settings.timeout()
                        : Duration.ofSeconds(10))) {
            throw new VisitException(VisitException.Stage.PHASE, "the page does not show it");
        }
        if (step.act() == Act.FILL) {
            tab.evaluate(FILL, step.target(), step.value());
        } else if (step.act() == Act.CLICK) {
            tab.click(step.target());
            tab.settle();
        }
    }

    private static VisitorState state(BrowserSession session, VisitorTab tab) throws BidiException {
        List<VisitorState.Cookie> cookies = new ArrayList<>();
        for (CookieJar.Entry entry : CookieJar.read(session, tab.userContext())) {
            cookies.add(new VisitorState.Cookie(
                    entry.name(),
                    entry.value(),
                    entry.domain(),
                    entry.path(),
                    entry.expires(),
                    entry.httpOnly(),
                    entry.secure(),
                    entry.sameSite().toLowerCase(Locale.ROOT)));
        }
        Map<String, Map<String, String>> local = new LinkedHashMap<>();
        for (JsonValue frame : tab.frames()) {
            Map<String, String> entries = new LinkedHashMap<>();
            for (JsonValue entry : frame.get("local").items()) {
                entries.put(entry.items().get(0).text(), entry.items().get(1).text());
            }
            if (!entries.isEmpty()) {
                local.put(frame.get("origin").text(), entries);
            }
        }
        return new VisitorState(cookies, local);
    }
}
