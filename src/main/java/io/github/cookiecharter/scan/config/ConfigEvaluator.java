package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.DefaultCookie;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Match;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Use;
import io.github.cookiecharter.scan.config.reader.ConfigKeys;
import io.github.cookiecharter.scan.config.reader.MetadataReader;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins what settings and uses say of each cookie: a name that it is given takes the place of its default. */
final class ConfigEvaluator {

    private final FrameworkCatalogue knowledge;
    private final List<Setting> settings;
    private final ApiUsages uses;
    private final Set<CodePlace> named;
    private final boolean incomplete;
    private final PlaceholderResolver placeholders;
    private final Map<String, CookieConfigState> states = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean makesCookies;

    /**
     * Joins what was read.
     *
     * @param named the places of constructors that are given a name there
     * @param incomplete whether a configuration that speaks of cookies could not be read: what it would say instead of a
     *     default is not known
     */
    ConfigEvaluator(
            FrameworkCatalogue knowledge,
            List<Setting> settings,
            ApiUsages uses,
            Set<CodePlace> named,
            boolean incomplete) {
        this.knowledge = knowledge;
        this.settings = settings;
        this.uses = uses;
        this.named = named;
        this.incomplete = incomplete;
        this.placeholders = new PlaceholderResolver(settings);
        for (String id : knowledge.cookies().keySet()) {
            states.put(id, new CookieConfigState());
        }
    }

    List<Evidence> evidence(List<MetadataReader.NameKey> metadata) {
        for (Setting setting : settings) {
            if (!ConfigKeys.isForTests(setting.key())) {
                for (Match match : knowledge.matches(setting.key())) {
                    state(match.key().cookie()).take(match, setting, placeholders);
                }
                markUnknownNames(setting);
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

    // Such as play.http.session = ${base}, where base is an object that another file defines.
    private void markUnknownNames(Setting setting) {
        Set<String> cookies = knowledge.cookiesNamedBelow(setting.key());
        if (!cookies.isEmpty() && !placeholders.resolve(setting.value()).isLiteral()) {
            cookies.forEach(cookie -> state(cookie).mayBeNamed = true);
        }
    }

    // A cookie that own code makes may have its name from a key of its own, which classes alone do not tell.
    private void ownKeys() {
        for (Setting setting : settings) {
            if (!ConfigKeys.isForTests(setting.key())
                    && setting.file().isOwn()
                    && isOfTheApplication(setting.file().path())
                    && ConfigKeys.namesCookie(setting.key())
                    && knowledge.matches(setting.key()).isEmpty()
                    && isName(placeholders.resolve(setting.value()).pattern())) {
                named(setting, ObservedAttributes.UNKNOWN);
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

    private CookieConfigState state(String cookie) {
        CookieConfigState state = states.get(cookie);
        if (state == null) {
            throw new IllegalStateException("no framework sets " + cookie);
        }
        return state;
    }

    private void takeUse(Use use) {
        List<CodePlace.Code> places = uses.of(use.use());
        if (places.isEmpty()) {
            return;
        }
        for (String other : use.unless()) {
            if (!uses.of(other).isEmpty()) {
                return;
            }
        }
        CookieConfigState state = state(use.cookie());
        switch (use.says()) {
            case SETS -> state.uses.put(use.use(), places);
            case MAKES -> makesCookies = true;
            case NAMES, OVERRIDES -> state.namedByCode = true;
            default -> state.blur(use.says());
        }
    }

    private void report(DefaultCookie cookie) {
        CookieConfigState state = state(cookie.id());
        ObservedAttributes attributes = state.attributes(cookie.attributes(), placeholders);
        for (Setting name : state.names()) {
            named(name, attributes);
        }
        if (state.isNamed() || state.stopped) {
            return;
        }
        DefaultCookie set = inForce(cookie);
        CookieConfigState other = state(set.id());
        if (set.name().isEmpty() || other.isNamed() || other.stopped) {
            return;
        }
        ObservedAttributes setWith = set.equals(cookie) ? attributes : other.attributes(set.attributes(), placeholders);
        state.uses.forEach((use, places) -> {
            for (CodePlace.Code place : places) {
                if (use.endsWith("#<init>") && named.contains(place)) {
                    continue;
                }
                preset(set, "", place, Evidence.OWN, how(use), setWith);
            }
        });
        Set<String> pages = new HashSet<>();
        for (CookieConfigState.Scoped scoped : state.settings) {
            Setting setting = scoped.setting();
            if (setting.key().startsWith("page:") && !pages.add(setting.key())) {
                // One page stands for all.
                continue;
            }
            preset(
                    set,
                    suffix(state, scoped.scope()),
                    new CodePlace.Text(setting.file().path(), setting.at()),
                    setting.file().origin(),
                    how(setting.key()),
                    setWith);
        }
    }

    // Quarkus puts the name of the tenant in front of the suffix, even that of the default tenant.
    private String suffix(CookieConfigState state, String scope) {
        String suffix = state.suffixes.get(scope);
        if (suffix == null || suffix.isEmpty()) {
            return scope;
        }
        return (scope.isEmpty() ? "Default" : scope) + "_"
                + placeholders.resolve(suffix).notation();
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

    private void named(Setting setting, ObservedAttributes attributes) {
        AbstractString name = wild(placeholders.resolve(setting.value()).notation());
        CodePlace place = new CodePlace.Text(setting.file().path(), setting.at());
        String key = ConfigKeys.withoutProfile(setting.key());
        if (isName(name.pattern()) && !name.isUnknown()) {
            add(
                    Optional.of(name.pattern()),
                    name.isLiteral() ? Certainty.CERTAIN : Certainty.PATTERN,
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
            DefaultCookie cookie,
            String suffix,
            CodePlace place,
            String origin,
            String how,
            ObservedAttributes attributes) {
        AbstractString name = wild(cookie.name().replace("{_}", suffix.isEmpty() ? "" : "_" + suffix));
        if (!name.isLiteral()) {
            add(Optional.of(name.pattern()), Certainty.PATTERN, place, origin, how, attributes);
        } else if (incomplete || state(cookie.id()).mayBeNamed) {
            String unless = how + ", unless a configuration that could not be read names it";
            add(Optional.of(name.pattern()), Certainty.CLAIMED, place, origin, unless, attributes);
        } else {
            add(Optional.of(name.pattern()), Certainty.CERTAIN, place, origin, how, attributes);
        }
    }

    /** A name in which a star stands for any text, as in configurations and in the tables. */
    private static AbstractString wild(String name) {
        return new AbstractString(name.replace('*', AbstractString.UNKNOWN));
    }

    private void described(List<MetadataReader.NameKey> metadata) {
        DescribedKeys described = new DescribedKeys(knowledge, metadata);
        for (DescribedKeys.Named named : described.named(settings)) {
            if (named.preset().isEmpty()) {
                named(named.setting(), ObservedAttributes.UNKNOWN);
            } else {
                Setting setting = named.setting();
                add(
                        named.preset(),
                        Certainty.CLAIMED,
                        new CodePlace.Text(setting.file().path(), setting.at()),
                        setting.file().origin(),
                        "the default of " + named.key() + ", beside which " + setting.key() + " is set",
                        ObservedAttributes.UNKNOWN);
            }
        }
    }

    private void add(
            Optional<String> name,
            Certainty certainty,
            CodePlace place,
            String origin,
            String how,
            ObservedAttributes attributes) {
        if (seen.add(name + " " + place + " " + origin)) {
            evidence.add(new Evidence(
                    name, Kind.COOKIE, StorageAction.SETS, place, origin, certainty, how, attributes, false));
        }
    }

    private static String how(String use) {
        if (use.equals(PageUsages.JSP_SESSION)) {
            return "a page with a session sets it by default";
        }
        if (use.startsWith("page:")) {
            return "this page uses a feature that sets it by default";
        }
        int hash = use.indexOf('#');
        if (hash < 0) {
            return ConfigKeys.withoutProfile(use) + " enables a feature that sets it by default";
        }
        String type = use.substring(use.lastIndexOf('.', hash) + 1, hash).replace('$', '.');
        String member = use.substring(hash + 1);
        return switch (member) {
            case "<init>" -> type + " sets it by default";
            case "<extends>" -> "a subclass of " + type + " sets it by default";
            case "@" -> "@" + type + " enables a feature that sets it by default";
            default -> "uses " + type + "#" + member + ", which sets it by default";
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
