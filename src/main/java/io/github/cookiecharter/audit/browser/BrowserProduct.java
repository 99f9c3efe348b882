package io.github.cookiecharter.audit.browser;

import java.util.List;
import java.util.Locale;

/** The browsers that an audit can start, the first found is used. */
public enum BrowserProduct {
    CHROMIUM(List.of("chromium", "chromium-browser"), List.of("chromedriver")),
    CHROME(
            List.of(
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"),
            List.of("chromedriver")),
    EDGE(
            List.of(
                    "microsoft-edge",
                    "microsoft-edge-stable",
                    "msedge",
                    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"),
            List.of("msedgedriver")),
    FIREFOX(
            List.of(
                    "firefox",
                    "firefox-esr",
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                    "C:\\Program Files\\Mozilla Firefox\\firefox.exe"),
            List.of());

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> commands;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> drivers;

    BrowserProduct(List<String> commands, List<String> drivers) {
        this.commands = commands;
        this.drivers = drivers;
    }

    /** Returns the names of its program, and where installers put it. */
    List<String> commands() {
        return commands;
    }

    /** Returns the names of the program that it is driven by; none if it speaks the protocol itself. */
    List<String> drivers() {
        return drivers;
    }

    boolean needsDriver() {
        return !drivers.isEmpty();
    }

    /** Returns its name as a parameter has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name as people write it. */
    String title() {
        return name().charAt(0) + word().substring(1);
    }
}
