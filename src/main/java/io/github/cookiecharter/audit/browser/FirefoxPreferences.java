package io.github.cookiecharter.audit.browser;

import java.util.List;

/** The preferences of a fresh Firefox: no first-run pages, no requests of its own, no tracking protection. */
final class FirefoxPreferences {

    private static final List<String> LINES = List.of(
            // All cookies, those of third parties in one jar: what a visitor without protection gets.
            "\"network.cookie.cookieBehavior\", 0",
            "\"privacy.trackingprotection.enabled\", false",
            "\"privacy.trackingprotection.pbmode.enabled\", false",
            "\"app.normandy.enabled\", false",
            "\"app.update.enabled\", false",
            "\"browser.aboutwelcome.enabled\", false",
            "\"browser.newtabpage.enabled\", false",
            "\"browser.safebrowsing.downloads.enabled\", false",
            "\"browser.safebrowsing.malware.enabled\", false",
            "\"browser.safebrowsing.phishing.enabled\", false",
            "\"browser.search.update\", false",
            "\"browser.shell.checkDefaultBrowser\", false",
            "\"browser.startup.homepage_override.mstone\", \"ignore\"",
            "\"browser.startup.page\", 0",
            "\"datareporting.policy.dataSubmissionEnabled\", false",
            "\"extensions.getAddons.cache.enabled\", false",
            "\"extensions.systemAddon.update.enabled\", false",
            "\"extensions.update.enabled\", false",
            "\"network.captive-portal-service.enabled\", false",
            "\"network.connectivity-service.enabled\", false",
            "\"network.prefetch-next\", false",
            "\"services.settings.server\", \"data:,\"",
            "\"toolkit.telemetry.enabled\", false",
            "\"toolkit.telemetry.server\", \"data:,\"");

    private FirefoxPreferences() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        LINES.forEach(line -> text.append("user_pref(").append(line).append(");\n"));
        return text.toString();
    }
}
