package io.github.cookiecharter.scan.settings;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.scan.Certainty;
import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Place;
import io.github.cookiecharter.scan.TextFile;
import io.github.cookiecharter.scan.Uses;
import io.github.cookiecharter.scan.settings.Knowledge.DefaultCookie;
import io.github.cookiecharter.scan.settings.Knowledge.Match;
import io.github.cookiecharter.scan.settings.Knowledge.Use;
import io.github.cookiecharter.vocabulary.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins what settings and uses say of each cookie: a name that it is given takes the place of its default. */
final class Findings {

    private final Knowledge knowledge;
    private final List<Setting> settings;
    private final Uses uses;
    private final Set<Place> named;
    private final Placeholders placeholders;
    private final Map<String, CookieState> states = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean makesCookies;

    Findings(Knowledge knowledge, List<Setting> settings, Uses uses, Set<Place> named) {
        this.knowledge = knowledge;
        this.settings = settings;
        this.uses = uses;
        this.named = named;
        this.placeholders = new Placeholders(settings);
        for (String id : knowledge.cookies().keySet()) {
            states.put(id, new CookieState());
        }
    }

    List<Evidence> evidence(List<TextFile> metadata) {
        for (Setting setting : settings) {
            if (!Keys.isForTests(setting.key())) {
                for (Match match : knowledge.matches(setting.key())) {
                    state(match.key().cookie()).take(match, setting, placeholders);
                }
            }
        }
        for (Use use : knowledge.uses()) {
            takeUse(use);
        }
        for (DefaultCookie cookie : knowledge.cookies().values()) {
            report(cookie);
        }
        described(metadata);
        if (makesCookies) {
            ownKeys();
        }
        return evidence;
    }

    // A cookie that own code makes may have its name from a key of its own, which classes alone do not tell.
    private void ownKeys() {
        for (Setting setting : settings) {
            if (!Keys.isForTests(setting.key())
                    && setting.file().isOwn()
                    && isOfTheApplication(setting.file().path())
                    && Keys.namesCookie(setting.key())
                    && knowledge.matches(setting.key()).isEmpty()
                    && isName(placeholders.resolve(setting.value()))) {
                named(setting, Attributes.UNKNOWN);
            }
        }
    }

    // Texts for people have keys such as these as well, but not in these files.
    private static boolean isOfTheApplication(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith("application")
                || name.startsWith("bootstrap")
                || name.startsWith("config")
                || name.equals("microprofile-config.properties")
                || name.equals(".env")
                || name.endsWith(".conf");
    }

    private CookieState state(String cookie) {
        CookieState state = states.get(cookie);
        if (state == null) {
            throw new IllegalStateException("no framework sets " + cookie);
        }
        return state;
    }

    private void takeUse(Use use) {
        List<Place.Code> places = uses.of(use.use());
        if (places.isEmpty()) {
            return;
        }
        for (String other : use.unless()) {
            if (!uses.of(other).isEmpty()) {
                return;
            }
        }
        CookieState state = state(use.cookie());
        switch (use.says()) {
            case SETS -> state.uses.put(use.use(), places);
            case MAKES -> makesCookies = true;
            case NAMES, OVERRIDES -> state.namedByCode = true;
            default -> state.blur(use.says());
        }
    }

    private void report(DefaultCookie cookie) {
        CookieState state = state(cookie.id());
        Attributes attributes = state.attributes(cookie.attributes(), placeholders);
        for (Setting name : state.names()) {
            named(name, attributes);
        }
        if (state.isNamed() || state.stopped) {
            return;
        }
        DefaultCookie set = inForce(cookie);
        CookieState other = state(set.id());
        if (set.name().isEmpty() || other.isNamed() || other.stopped) {
            return;
        }
        Attributes setWith = set.equals(cookie) ? attributes : other.attributes(set.attributes(), placeholders);
        state.uses.forEach((use, places) -> {
            for (Place.Code place : places) {
                if (use.endsWith("#<init>") && named.contains(place)) {
                    continue;
                }
                preset(set, "", place, Evidence.OWN, how(use), setWith);
            }
        });
        Set<String> pages = new HashSet<>();
        for (CookieState.Scoped scoped : state.settings) {
            Setting setting = scoped.setting();
            if (setting.key().startsWith("page:") && !pages.add(setting.key())) {
                // One page stands for all.
                continue;
            }
            preset(
                    set,
                    suffix(state, scoped.scope()),
                    new Place.Text(setting.file().path(), setting.at()),
                    setting.file().origin(),
                    how(setting.key()),
                    setWith);
        }
    }

    // Quarkus puts the name of the tenant in front of the suffix, even that of the default tenant.
    private String suffix(CookieState state, String scope) {
        String suffix = state.suffixes.get(scope);
        if (suffix == null || suffix.isEmpty()) {
            return scope;
        }
        return (scope.isEmpty() ? "Default" : scope) + "_" + placeholders.resolve(suffix);
    }

    /** The cookie that is set where this one would be, if nothing took its place. */
    private DefaultCookie inForce(DefaultCookie cookie) {
        for (DefaultCookie other : knowledge.cookies().values()) {
            if (other.instead().equals(cookie.id()) && state(other.id()).isUsed()) {
                return other;
            }
        }
        return cookie;
    }

    private void named(Setting setting, Attributes attributes) {
        String name = placeholders.resolve(setting.value());
        Place place = new Place.Text(setting.file().path(), setting.at());
        String key = Keys.withoutProfile(setting.key());
        if (isName(name) && !name.equals("*")) {
            add(
                    Optional.of(name),
                    name.indexOf(Placeholders.UNKNOWN) < 0 ? Certainty.CERTAIN : Certainty.PATTERN,
                    place,
                    setting.file().origin(),
                    "named by " + key,
                    attributes);
        } else {
            add(
                    Optional.empty(),
                    Certainty.UNRESOLVED,
                    place,
                    setting.file().origin(),
                    "named by " + key + ", whose value is not known here",
                    attributes);
        }
    }

    private void preset(
            DefaultCookie cookie, String suffix, Place place, String origin, String how, Attributes attributes) {
        String name = cookie.name().replace("{_}", suffix.isEmpty() ? "" : "_" + suffix);
        Certainty certainty = name.indexOf(Placeholders.UNKNOWN) < 0 ? Certainty.CERTAIN : Certainty.PATTERN;
        add(Optional.of(name), certainty, place, origin, how, attributes);
    }

    private void described(List<TextFile> metadata) {
        Described described = new Described(knowledge, metadata);
        for (Described.Named named : described.named(settings)) {
            if (named.preset().isEmpty()) {
                named(named.setting(), Attributes.UNKNOWN);
            } else {
                Setting setting = named.setting();
                add(
                        named.preset(),
                        Certainty.CLAIMED,
                        new Place.Text(setting.file().path(), setting.at()),
                        setting.file().origin(),
                        "the default of " + named.key() + ", beside which " + setting.key() + " is set",
                        Attributes.UNKNOWN);
            }
        }
    }

    private void add(
            Optional<String> name, Certainty certainty, Place place, String origin, String how, Attributes attributes) {
        if (seen.add(name + " " + place + " " + origin)) {
            evidence.add(
                    new Evidence(name, Kind.COOKIE, Action.SETS, place, origin, certainty, how, attributes, false));
        }
    }

    private static String how(String use) {
        if (use.equals(Pages.JSP_SESSION)) {
            return "a page with a session sets it by default";
        }
        if (use.startsWith("page:")) {
            return "what this page uses sets it by default";
        }
        int hash = use.indexOf('#');
        if (hash < 0) {
            return Keys.withoutProfile(use) + " puts to use what sets it by default";
        }
        String type = use.substring(use.lastIndexOf('.', hash) + 1, hash).replace('$', '.');
        String member = use.substring(hash + 1);
        return switch (member) {
            case "<init>" -> type + " sets it by default";
            case "<extends>" -> "a class of the kind " + type + " sets it by default";
            case "@" -> "@" + type + " puts to use what sets it by default";
            default -> type + "#" + member + " puts to use what sets it by default";
        };
    }

    /** Whether this is what a cookie may be called, or a pattern of it. */
    static boolean isName(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
