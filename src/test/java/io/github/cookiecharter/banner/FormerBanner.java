package io.github.cookiecharter.banner;

import io.github.cookiecharter.judge.Npm;
import io.github.cookiecharter.judge.Site;
import io.github.cookiecharter.judge.Snippets;

/** A library as a site used it before: its guide, its files, and what its configuration offers. */
enum FormerBanner {
    VANILLA_COOKIECONSENT(
            "vanilla-cookieconsent",
            new VanillaCookieConsentDriver(),
            "/lib/",
            "vanilla-cookieconsent/dist",
            "Object.entries(CookieConsent.getConfig('categories')).filter(e => !e[1].readOnly).map(e => e[0])",
            "Object.keys(CookieConsent.getConfig('language').translations)",
            "document.querySelectorAll('.pm .section__toggle:not([disabled])'), i => i.value"),
    KLARO(
            "klaro",
            new KlaroDriver(),
            "/lib/",
            "klaro/dist",
            "klaro.getManager().config.services.filter(s => !s.required).map(s => s.name)",
            "Object.keys(klaroConfig.translations).filter(l => l !== 'zz')",
            "document.querySelectorAll('.klaro .cm-services .cm-service input:not([disabled])'),"
                    + " i => i.id.replace('service-item-', '')"),
    TARTEAUCITRON(
            "tarteaucitron",
            new TarteaucitronDriver(),
            "/tarteaucitron/",
            "tarteaucitronjs",
            "Object.keys(tarteaucitron.added)",
            // It speaks all of its languages, without being asked.
            "['en', 'de']",
            "document.querySelectorAll('.tarteaucitronAllow[id$=Allowed]'), b => b.id.replace('Allowed', '').replace(/_/g, '')");

    final Snippets guide;
    final BannerDriver driver;
    private final String path;
    private final String inPackage;

    /** The expressions for what the configuration offers to choose, and in which languages. */
    final String offered;

    final String languages;

    /** The expression for what the generated banner offers to choose, with open preferences. */
    final String switches;

    FormerBanner(
            String name,
            BannerDriver driver,
            String path,
            String inPackage,
            String offered,
            String languages,
            String switches) {
        this.guide = Snippets.of("migration/" + name + ".md");
        this.driver = driver;
        this.path = path;
        this.inPackage = inPackage;
        this.offered = offered;
        this.languages = languages;
        this.switches = "Array.from(" + switches + ")";
    }

    /** The site before, with the library as its authors published it; {@code changed} is a line written otherwise. */
    Site before(String line, String changed) {
        Site site = Site.start().folder(path, Npm.file(inPackage));
        guide.in("before/").forEach((name, text) -> {
            if (!line.isEmpty() && !name.endsWith(".html") && !text.contains(line)) {
                throw new IllegalArgumentException(name + " has no " + line);
            }
            site.put("/" + name, line.isEmpty() ? text : text.replace(line, changed));
        });
        return withScripts(site);
    }

    static Site withScripts(Site site) {
        return site.put("/campaigns.js", "(window.order = window.order || []).push('campaigns')");
    }
}
