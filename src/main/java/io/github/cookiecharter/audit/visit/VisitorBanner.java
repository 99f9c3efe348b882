package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.bidi.BidiException;
import io.github.cookiecharter.audit.json.JsonValue;
import io.github.cookiecharter.audit.record.ButtonComparison;
import io.github.cookiecharter.audit.visit.VisitException.Stage;
import io.github.cookiecharter.banner.BannerControls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Uses the banner in a visitor's place. */
final class VisitorBanner {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(300);

    private final VisitorTab tab;
    private final BannerControls controls;

    VisitorBanner(VisitorTab tab, BannerControls controls) {
        this.tab = tab;
        this.controls = controls;
    }

    BannerControls controls() {
        return controls;
    }

    /** Returns whether the banner is there and asks; the page has settled before, so it does not wait long. */
    boolean isSeen() throws VisitException, BidiException {
        return tab.awaitVisible(controls.banner(), GLANCE);
    }

    /** Compares the buttons of the first layer; empty if the button that accepts is not seen. */
    Optional<ButtonComparison> buttons() throws VisitException, BidiException {
        try {
            JsonValue look = JsonValue.parse(
                    tab.evaluate(VisitorTab.script("buttons.js"), controls.accept(), controls.refuse()));
            JsonValue accept = look.get("accept");
            JsonValue refuse = look.get("refuse");
            return accept.isPresent()
                    ? Optional.of(new ButtonComparison(
                            refuse.isPresent(),
                            accept.get("area").whole(0),
                            refuse.get("area").whole(0),
                            accept.get("font").whole(0),
                            refuse.get("font").whole(0),
                            accept.get("contrast").whole(0),
                            refuse.get("contrast").whole(0),
                            refuse.get("keyboard").isTrue()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new VisitException(Stage.PHASE, "the buttons of the banner could not be measured");
        }
    }

    void accept() throws VisitException, BidiException {
        answer(controls.accept(), "the banner's button that accepts");
    }

    void refuse() throws VisitException, BidiException {
        answer(controls.refuse(), "the banner's button that refuses");
    }

    void withdraw() throws VisitException, BidiException {
        openPreferences();
        press(controls.withdraw(), "the button of the preferences that refuses");
        tab.settle();
    }

    /** Sets switches in the preferences, and keeps that. */
    void choose(List<BannerControls.Switch> switches) throws VisitException, BidiException {
        known(controls.save(), "how a single category or service is chosen");
        openPreferences();
        for (BannerControls.Switch each : switches) {
            if (each.on().isEmpty()) {
                press(each.selector(), "the preferences' button " + each.selector());
            } else if (!tab.evaluate(
                            VisitorTab.script("switch.js"),
                            each.selector(),
                            each.on().get().toString())
                    .equals("set")) {
                throw new VisitException(Stage.PHASE, "the preferences have no switch " + each.selector());
            }
        }
        press(controls.save(), "the button of the preferences that keeps the choice");
        tab.settle();
    }

    // A page that still moves can slip the button from under the pointer, so the banner would stay and seem to ask
    // again.
    private void answer(String selector, String what) throws VisitException, BidiException {
        press(selector, what);
        tab.settle();
        if (isSeen()) {
            tab.awaitAnimations();
            if (isSeen() && tab.awaitVisible(selector, GLANCE)) {
                tab.click(selector);
                tab.settle();
            }
        }
    }

    private void openPreferences() throws VisitException, BidiException {
        press(controls.open(), "a control that opens the preferences (" + controls.open() + ")");
        if (!tab.awaitVisible(controls.preferences(), PATIENCE)) {
            throw new VisitException(Stage.PHASE, "the preferences did not open");
        }
        tab.awaitAnimations();
    }

    private static void known(String selector, String what) throws VisitException {
        if (selector.equals(BannerControls.NOWHERE)) {
            throw new VisitException(Stage.PHASE, "the selectors of audit.banner do not say " + what);
        }
    }

    private void press(String selector, String what) throws VisitException, BidiException {
        known(selector, "where to find " + what);
        if (!tab.awaitVisible(selector, PATIENCE)) {
            throw new VisitException(Stage.PHASE, "the page does not show " + what);
        }
        tab.awaitAnimations();
        tab.log().setAfterChoice(true);
        tab.click(selector);
    }
}
