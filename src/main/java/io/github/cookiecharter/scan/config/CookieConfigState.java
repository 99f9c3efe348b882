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

/** What is said of one cookie so far. */
final class CookieConfigState {

    /** A setting that puts a cookie to use, with what stood in the place of its key's {@code *}. */
    record Scoped(Setting setting, String scope) {}

    private final List<Setting> names = new ArrayList<>();
    private final List<Setting> overrides = new ArrayList<>();
    final List<Scoped> settings = new ArrayList<>();
    final Map<String, List<CodePlace.Code>> uses = new LinkedHashMap<>();
    final Map<String, String> suffixes = new HashMap<>();
    boolean namedByCode;
    boolean stopped;
    /** Whether an object whose content is not known may contain a key that names the cookie. */
    boolean mayBeNamed;

    private final Map<FrameworkCatalogue.Says, List<String>> attributes = new EnumMap<>(FrameworkCatalogue.Says.class);

    boolean isUsed() {
        return !uses.isEmpty() || !settings.isEmpty();
    }

    boolean isNamed() {
        return namedByCode || !names().isEmpty();
    }

    void take(Match match, Setting setting, PlaceholderResolver placeholders) {
        FrameworkCatalogue.Key key = match.key();
        if (!key.values().isEmpty()) {
            String value = placeholders.resolve(setting.value()).notation();
            boolean counts = false;
            for (String wanted : key.values()) {
                counts |= wanted.equalsIgnoreCase(value);
            }
            if (!counts) {
                return;
            }
        }
        switch (key.says()) {
            case SETS -> settings.add(new Scoped(setting, match.scope()));
            case MAKES -> {}
            case STOPS -> stopped = true;
            case NAMES -> name(setting, names);
            case OVERRIDES -> name(setting, overrides);
            case SUFFIX -> suffixes.put(match.scope(), setting.value());
            default -> {
                if (setting.value().isEmpty()) {
                    return;
                }
                List<String> values = attributes.getOrDefault(key.says(), new ArrayList<>(2));
                values.add(setting.value());
                attributes.put(key.says(), values);
            }
        }
    }

    private static void name(Setting setting, List<Setting> names) {
        if (!setting.value().isEmpty() && !setting.value().equals("null")) {
            names.add(setting);
        }
    }

    /** The settings that name the cookie: those that win over others, if there are any. */
    List<Setting> names() {
        return overrides.isEmpty() ? names : overrides;
    }

    /** Own code says something of an attribute that only the reading of classes can tell. */
    void blur(FrameworkCatalogue.Says says) {
        attributes.put(says, new ArrayList<>(List.of("")));
    }

    /** The attributes: those of the framework, with what the configuration says instead. */
    ObservedAttributes attributes(ObservedAttributes preset, PlaceholderResolver placeholders) {
        if (attributes.isEmpty()) {
            return preset;
        }
        return new ObservedAttributes(
                said(FrameworkCatalogue.Says.MAX_AGE, preset.lifetime(), ConfigValues::lifetime, placeholders),
                said(FrameworkCatalogue.Says.HTTP_ONLY, preset.httpOnly(), ConfigValues::flag, placeholders),
                said(FrameworkCatalogue.Says.SECURE, preset.secure(), ConfigValues::flag, placeholders),
                said(FrameworkCatalogue.Says.SAME_SITE, preset.sameSite(), SameSite::of, placeholders),
                said(FrameworkCatalogue.Says.DOMAIN, preset.domain(), CookieConfigState::text, placeholders),
                said(FrameworkCatalogue.Says.PATH, preset.path(), CookieConfigState::text, placeholders));
    }

    // Where profiles differ nothing is known.
    private <T> Optional<T> said(
            FrameworkCatalogue.Says says,
            Optional<T> preset,
            Function<String, Optional<T>> reading,
            PlaceholderResolver placeholders) {
        List<String> values = attributes.getOrDefault(says, List.of());
        if (values.isEmpty()) {
            return preset;
        }
        Optional<T> first = read(values.get(0), reading, placeholders);
        for (String value : values) {
            if (!read(value, reading, placeholders).equals(first)) {
                return Optional.empty();
            }
        }
        return first;
    }

    private static <T> Optional<T> read(
            String value, Function<String, Optional<T>> reading, PlaceholderResolver placeholders) {
        AbstractString resolved = placeholders.resolve(value);
        return resolved.isLiteral() ? reading.apply(resolved.notation()) : Optional.empty();
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() || value.indexOf('*') >= 0 ? Optional.empty() : Optional.of(value);
    }
}
