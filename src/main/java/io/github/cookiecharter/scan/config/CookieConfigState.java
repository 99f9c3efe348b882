package io.github.cookiecharter.scan.config;

import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.config.FrameworkCatalogue.Match;
import io.github.cookiecharter.scan.config.reader.Setting;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The settings and uses of one cookie that were evaluated so far. */
final class CookieConfigState {

    /**
     * A setting that makes a framework set a cookie.
     *
     * @param scope the part of the key that the {@code *} in the table matches; empty if there is none
     * @param isProof whether the setting proves that the framework sets the cookie
     */
    record ScopedSetting(Setting setting, String scope, boolean isProof) {}

    private final List<Setting> names = new ArrayList<>();
    private final List<Setting> overrides = new ArrayList<>();
    final List<ScopedSetting> activations = new ArrayList<>();
    final Map<String, List<CodePlace.Code>> usages = new LinkedHashMap<>();
    final Map<String, String> suffixes = new HashMap<>();
    boolean namedByCode;
    /** Whether one of several implementations must be on the class path, and whether this one is. */
    boolean hasImplementations;

    boolean isPresent;
    boolean stopped;
    /** Whether an object whose content is not known may contain a key that names the cookie. */
    boolean mayBeNamed;

    private final Map<FrameworkCatalogue.Effect, List<String>> attributes =
            new EnumMap<>(FrameworkCatalogue.Effect.class);

    boolean isUsed() {
        return !usages.isEmpty() || !activations.isEmpty();
    }

    boolean isNamed() {
        return namedByCode || !names().isEmpty();
    }

    /** Applies a setting whose key is in the table; ignores it if the table does not list its value. */
    void apply(Match match, Setting setting, PlaceholderResolver placeholders) {
        FrameworkCatalogue.Key key = match.key();
        if (!key.values().isEmpty()) {
            String value = placeholders.resolve(setting.value()).notation();
            boolean isListed = false;
            for (String allowed : key.values()) {
                isListed |= allowed.equalsIgnoreCase(value);
            }
            if (!isListed) {
                return;
            }
        }
        switch (key.effect()) {
            case SETS -> activations.add(new ScopedSetting(setting, match.scope(), key.isProof()));
            case MAKES, PRESENT -> {}
            case STOPS -> stopped = true;
            case NAMES -> addName(setting, names);
            case OVERRIDES -> addName(setting, overrides);
            case SUFFIX -> suffixes.put(match.scope(), setting.value());
            default -> {
                if (setting.value().isEmpty()) {
                    return;
                }
                attributes
                        .computeIfAbsent(key.effect(), any -> new ArrayList<>(2))
                        .add(setting.value());
            }
        }
    }

    private static void addName(Setting setting, List<Setting> names) {
        if (!setting.value().isEmpty() && !setting.value().equals("null")) {
            names.add(setting);
        }
    }

    /** Returns the settings that name the cookie: those that override others, if there are any. */
    List<Setting> names() {
        return overrides.isEmpty() ? names : overrides;
    }

    /** Marks an attribute as unknown, because own code sets it to a value that this analysis does not read. */
    void markUnknown(FrameworkCatalogue.Effect effect) {
        attributes.put(effect, new ArrayList<>(List.of("")));
    }

    /** Returns the attributes: those of the configuration, otherwise the framework's defaults. */
    ObservedAttributes attributes(ObservedAttributes defaults, PlaceholderResolver placeholders) {
        if (attributes.isEmpty()) {
            return defaults;
        }
        return new ObservedAttributes(
                attribute(FrameworkCatalogue.Effect.MAX_AGE, defaults.lifetime(), ConfigValues::lifetime, placeholders),
                attribute(FrameworkCatalogue.Effect.HTTP_ONLY, defaults.httpOnly(), ConfigValues::flag, placeholders),
                attribute(FrameworkCatalogue.Effect.SECURE, defaults.secure(), ConfigValues::flag, placeholders),
                attribute(FrameworkCatalogue.Effect.SAME_SITE, defaults.sameSite(), SameSite::of, placeholders),
                attribute(FrameworkCatalogue.Effect.DOMAIN, defaults.domain(), CookieConfigState::text, placeholders),
                attribute(FrameworkCatalogue.Effect.PATH, defaults.path(), CookieConfigState::text, placeholders));
    }

    // If profiles differ, the value is unknown.
    private <T> Optional<T> attribute(
            FrameworkCatalogue.Effect effect,
            Optional<T> defaults,
            Function<String, Optional<T>> parser,
            PlaceholderResolver placeholders) {
        List<String> values = attributes.getOrDefault(effect, List.of());
        if (values.isEmpty()) {
            return defaults;
        }
        Optional<T> first = read(values.get(0), parser, placeholders);
        for (String value : values) {
            if (!read(value, parser, placeholders).equals(first)) {
                return Optional.empty();
            }
        }
        return first;
    }

    private static <T> Optional<T> read(
            String value, Function<String, Optional<T>> parser, PlaceholderResolver placeholders) {
        AbstractString resolved = placeholders.resolve(value);
        return resolved.isLiteral() ? parser.apply(resolved.notation()) : Optional.empty();
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() || value.indexOf('*') >= 0 ? Optional.empty() : Optional.of(value);
    }
}
