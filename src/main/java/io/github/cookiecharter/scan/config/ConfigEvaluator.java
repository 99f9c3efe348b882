package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.DefaultCookie;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Match;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Usage;
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
import java.util.function.Predicate;

/** Combines settings and uses into evidence: a configured name of a cookie replaces its default name. */
final class ConfigEvaluator {

    private final FrameworkCatalogue catalogue;
    private final List<Setting> settings;
    private final ApiUsages usages;
    private final Set<CodePlace> namedPlaces;
    private final Set<String> namesInClasses;
    private final Predicate<String> isOnClassPath;
    private final boolean hasUnreadFiles;
    private final PlaceholderResolver placeholders;
    private final Map<String, CookieConfigState> states = new LinkedHashMap<>();
    private final Map<DefaultCookie, PlacesInForce> placesByCookie = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<String> reportedKeys = new HashSet<>();
    private boolean createsCookies;

    /**
     * Creates an evaluator.
     *
     * @param namedPlaces the places of constructor calls that pass a name
     * @param namesInClasses the names of cookies that the project's own classes set
     * @param isOnClassPath whether a class, by its binary name, is on the class path
     * @param hasUnreadFiles whether a configuration file that mentions cookies could not be read: it may replace the default
     *     names
     */
    ConfigEvaluator(
            FrameworkCatalogue catalogue,
            List<Setting> settings,
            ApiUsages usages,
            Set<CodePlace> namedPlaces,
            Set<String> namesInClasses,
            Predicate<String> isOnClassPath,
            boolean hasUnreadFiles) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.usages = usages;
        this.namedPlaces = namedPlaces;
        this.namesInClasses = namesInClasses;
        this.isOnClassPath = isOnClassPath;
        this.hasUnreadFiles = hasUnreadFiles;
        this.placeholders = new PlaceholderResolver(settings);
        for (String id : catalogue.cookies().keySet()) {
            states.put(id, new CookieConfigState());
        }
    }

    List<Evidence> evaluate(List<MetadataReader.NameKey> metadata) {
        for (Setting setting : settings) {
            if (!ConfigKeys.isForTests(setting.key())) {
                for (Match match : catalogue.matches(setting.key())) {
                    state(match.key().cookie()).apply(match, setting, placeholders);
                }
                markUnknownNames(setting);
                markNamedByArgument(setting);
            }
        }
        for (Usage usage : catalogue.usages()) {
            applyUsage(usage);
        }
        for (DefaultCookie cookie : catalogue.cookies().values()) {
            report(cookie);
        }
        placesByCookie.forEach(this::reportOnce);
        reportDescribed(metadata);
        if (createsCookies) {
            reportOwnKeys();
        }
        return evidence;
    }

    // Such as play.http.session = ${base}, where base is an object that another file defines.
    private void markUnknownNames(Setting setting) {
        Set<String> cookies = catalogue.cookiesNamedBelow(setting.key());
        if (!cookies.isEmpty() && !placeholders.resolve(setting.value()).isLiteral()) {
            cookies.forEach(cookie -> state(cookie).mayBeNamed = true);
        }
    }

    // An argument of a bean's constructor that the class scanner reports as a name replaces the default name.
    private void markNamedByArgument(Setting setting) {
        int bracket = setting.key().indexOf("#<init>[");
        if (bracket > 0
                && namedPlaces.contains(new CodePlace.Text(setting.file().path(), setting.at()))) {
            String constructor = setting.key().substring(0, bracket) + "#<init>";
            catalogue.matches(constructor).forEach(match -> state(match.key().cookie()).namedByCode = true);
        }
    }

    // Own code that creates cookies may read their names from keys of its own, which the classes alone do not show.
    private void reportOwnKeys() {
        for (Setting setting : settings) {
            if (!ConfigKeys.isForTests(setting.key())
                    && setting.file().isOwn()
                    && isApplicationConfiguration(setting.file().path())
                    && ConfigKeys.namesCookie(setting.key())
                    && catalogue.matches(setting.key()).isEmpty()
                    && isCookieName(placeholders.resolve(setting.value()).pattern())
                    && !namesInClasses.contains(
                            placeholders.resolve(setting.value()).pattern())) {
                reportNamed(setting, ObservedAttributes.UNKNOWN);
            }
        }
    }

    // Message bundles contain such keys too, but have other file names.
    private static boolean isApplicationConfiguration(String path) {
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

    private void applyUsage(Usage usage) {
        if (usage.effect() == FrameworkCatalogue.Effect.PRESENT) {
            CookieConfigState state = state(usage.cookie());
            state.hasImplementations = true;
            state.isPresent |= isOnClassPath.test(usage.api());
            return;
        }
        List<CodePlace.Code> places = usages.places(usage.api());
        if (places.isEmpty()) {
            return;
        }
        for (String other : usage.unless()) {
            if (!usages.places(other).isEmpty()) {
                return;
            }
        }
        CookieConfigState state = state(usage.cookie());
        switch (usage.effect()) {
            case SETS -> state.usages.put(usage.api(), places);
            case MAKES -> createsCookies = true;
            case NAMES, OVERRIDES -> state.namedByCode = true;
            default -> state.markUnknown(usage.effect());
        }
    }

    private void report(DefaultCookie cookie) {
        CookieConfigState state = state(cookie.id());
        ObservedAttributes attributes = state.attributes(cookie.attributes(), placeholders);
        for (Setting name : state.names()) {
            reportNamed(name, attributes);
        }
        if (state.isNamed() || state.stopped) {
            return;
        }
        DefaultCookie effective = effectiveCookie(cookie);
        CookieConfigState other = state(effective.id());
        if (effective.name().isEmpty() || other.isNamed() || other.stopped) {
            return;
        }
        ObservedAttributes attributesInForce =
                effective.equals(cookie) ? attributes : other.attributes(effective.attributes(), placeholders);
        List<DefaultPlace> places = new ArrayList<>();
        state.usages.forEach((use, all) -> {
            for (CodePlace.Code place : all) {
                if (!use.endsWith("#<init>") || !namedPlaces.contains(place)) {
                    places.add(new DefaultPlace("", place, Evidence.OWN, describe(use), true));
                }
            }
        });
        for (CookieConfigState.ScopedSetting activation : state.activations) {
            Setting setting = activation.setting();
            places.add(new DefaultPlace(
                    suffix(state, activation.scope()),
                    new CodePlace.Text(setting.file().path(), setting.at()),
                    setting.file().origin(),
                    describe(setting.key()),
                    activation.isProof()));
        }
        if (!places.isEmpty()) {
            placesByCookie
                    .computeIfAbsent(effective, any -> new PlacesInForce(attributesInForce, new ArrayList<>()))
                    .places()
                    .addAll(places);
        }
    }

    /** The places that make a framework set a cookie, and the cookie's attributes. */
    private record PlacesInForce(ObservedAttributes attributes, List<DefaultPlace> places) {}

    /**
     * A place that makes a framework set a cookie under its default name.
     *
     * @param isProof whether it proves that the framework does
     */
    private record DefaultPlace(String suffix, CodePlace place, String origin, String how, boolean isProof) {}

    /** Reports each name at one place: at a proof, if there is one. */
    private void reportOnce(DefaultCookie cookie, PlacesInForce found) {
        CookieConfigState state = state(cookie.id());
        boolean lacksImplementation = state.hasImplementations && !state.isPresent;
        Map<String, List<DefaultPlace>> bySuffix = new LinkedHashMap<>();
        for (DefaultPlace place : found.places()) {
            bySuffix.computeIfAbsent(place.suffix(), any -> new ArrayList<>()).add(place);
        }
        for (List<DefaultPlace> same : bySuffix.values()) {
            DefaultPlace best =
                    same.stream().filter(DefaultPlace::isProof).findFirst().orElse(same.get(0));
            String others = same.size() == 1
                    ? ""
                    : same.size() == 2 ? ", as 1 more place does" : ", as " + (same.size() - 1) + " more places do";
            reportDefault(
                    cookie,
                    best.suffix(),
                    best.place(),
                    best.origin(),
                    best.how() + others,
                    best.isProof() && !lacksImplementation,
                    found.attributes());
        }
    }

    // Quarkus puts the tenant's name in front of the suffix, and Default for the default tenant.
    private String suffix(CookieConfigState state, String scope) {
        String suffix = state.suffixes.get(scope);
        if (suffix == null || suffix.isEmpty()) {
            return scope;
        }
        return (scope.isEmpty() ? "Default" : scope) + "_"
                + placeholders.resolve(suffix).notation();
    }

    /** Returns the cookie in use that replaces a cookie, such as Spring Session's; the cookie itself if none does. */
    private DefaultCookie effectiveCookie(DefaultCookie cookie) {
        for (DefaultCookie other : catalogue.cookies().values()) {
            CookieConfigState state = state(other.id());
            if (other.replaces().equals(cookie.id())
                    && !state(cookie.id()).isPresent
                    && (state.isUsed() || state.isPresent)) {
                return other;
            }
        }
        return cookie;
    }

    private void reportNamed(Setting setting, ObservedAttributes attributes) {
        AbstractString name = wildcardName(placeholders.resolve(setting.value()).notation());
        CodePlace place = new CodePlace.Text(setting.file().path(), setting.at());
        String key = ConfigKeys.withoutProfile(setting.key());
        if (isCookieName(name.pattern()) && !name.isUnknown()) {
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

    private void reportDefault(
            DefaultCookie cookie,
            String suffix,
            CodePlace place,
            String origin,
            String how,
            boolean isProven,
            ObservedAttributes attributes) {
        AbstractString name = wildcardName(cookie.name().replace("{_}", suffix.isEmpty() ? "" : "_" + suffix));
        if (!isProven) {
            add(Optional.of(name.pattern()), Certainty.CLAIMED, place, origin, how, attributes);
        } else if (!name.isLiteral()) {
            add(Optional.of(name.pattern()), Certainty.PATTERN, place, origin, how, attributes);
        } else if (hasUnreadFiles || state(cookie.id()).mayBeNamed) {
            String unless = how + ", unless a configuration that could not be read names it";
            add(Optional.of(name.pattern()), Certainty.CLAIMED, place, origin, unless, attributes);
        } else {
            add(Optional.of(name.pattern()), Certainty.CERTAIN, place, origin, how, attributes);
        }
    }

    /** Returns a name in which each star, as in configurations and in the tables, is an unknown part. */
    private static AbstractString wildcardName(String name) {
        return new AbstractString(name.replace('*', AbstractString.UNKNOWN));
    }

    private void reportDescribed(List<MetadataReader.NameKey> metadata) {
        DescribedKeys described = new DescribedKeys(catalogue, metadata);
        for (DescribedKeys.NamingSetting named : described.find(settings)) {
            if (named.defaultName().isEmpty()) {
                reportNamed(named.setting(), ObservedAttributes.UNKNOWN);
            } else {
                Setting setting = named.setting();
                add(
                        named.defaultName(),
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
        if (reportedKeys.add(name + " " + place + " " + origin)) {
            evidence.add(new Evidence(
                    name, Kind.COOKIE, StorageAction.SETS, place, origin, certainty, how, attributes, false));
        }
    }

    private static String describe(String use) {
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

    /** Returns whether a text is a token (RFC 6265, 4.1.1) or a pattern of one. */
    static boolean isCookieName(String text) {
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
