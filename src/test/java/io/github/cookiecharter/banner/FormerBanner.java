package io.github.cookiecharter.banner;

import io.github.cookiecharter.judge.Npm;
import io.github.cookiecharter.judge.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A library as a site used it before: the files that its guide shows, and what its configuration offers. */
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
            "document.querySelectorAll('.tarteaucitronAllow[id$=_Allowed]'), b => b.id.replace('Allowed', '').replace(/_/g, '')");

    private final Path guide;
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
        this.guide = Path.of("src/test/resources/io/github/cookiecharter/banner/migration", name);
        this.driver = driver;
        this.path = path;
        this.inPackage = inPackage;
        this.offered = offered;
        this.languages = languages;
        this.switches = "Array.from(" + switches + ")";
    }

    /** The site before, with the library as its authors published it. */
    TestSite before() {
        return before("", "");
    }

    /** The site before, with something in its configuration written otherwise. */
    TestSite before(String written, String changed) {
        TestSite site = TestSite.start().folder(path, Npm.file(inPackage));
        for (Path file : files("before")) {
            String name = Objects.toString(file.getFileName());
            String text = read(file);
            if (!name.endsWith(".html") && !text.contains(written)) {
                throw new IllegalArgumentException(file + " has no " + written);
            }
            site.put("/" + name, written.isEmpty() ? text : text.replace(written, changed));
        }
        return withScripts(site);
    }

    /** The declaration that takes the configuration's place. */
    String declaration() {
        return read(guide.resolve("after/cookies.yaml"));
    }

    /** The page after, with a comment for the banner's tags. */
    String page() {
        return read(guide.resolve("after/index.html"));
    }

    static TestSite withScripts(TestSite site) {
        return site.put("/campaigns.js", "(window.order = window.order || []).push('campaigns')");
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(guide.resolve(folder))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
