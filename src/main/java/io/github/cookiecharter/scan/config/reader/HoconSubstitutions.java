package io.github.cookiecharter.scan.config.reader;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the HOCON substitutions that the file does not define by substitutes: a text {@code ${path}}, or where a text does
 * not fit, an object with a mark or an empty list.
 */
final class HoconSubstitutions implements ConfigResolver {

    /** The beginning of the origin description of values from the file. */
    static final String OF_THE_FILE = "file";

    private static final String SUBSTITUTE = "substitute";

    /** The key in the substitute of an object; it stays where the object is merged with others. */
    private static final String UNKNOWN_KEYS = "${}";

    private static final int MAX_ATTEMPTS = 200;

    private static final String TEXT_SUBSTITUTE = "Quoted(\"${";
    private static final String CONTAINER = "SimpleConfig";
    private static final String LIST_CONTAINER = "SimpleConfigList";
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^{}\\n]*)}");

    private enum Kind {
        TEXT,
        OBJECT,
        LIST
    }

    private final Map<String, Kind> kinds = new HashMap<>();

    /** Returns whether an object is, or is merged with, the substitute of one that the file does not define. */
    static boolean hasUnknownKeys(ConfigObject object) {
        try {
            return object.containsKey(UNKNOWN_KEYS);
        } catch (ConfigException.NotResolved e) {
            return false;
        }
    }

    /** Returns whether a key is not of the file, but marks an object with unknown keys. */
    static boolean isMark(String key) {
        return key.equals(UNKNOWN_KEYS);
    }

    /** Returns whether a substitution was not defined in the file. */
    boolean hasUndefined() {
        return !kinds.isEmpty();
    }

    /**
     * Resolves all substitutions.
     *
     * @throws ConfigException if the file is invalid, or no kind of substitute fits
     */
    Config resolve(Config config) {
        ConfigResolveOptions options = ConfigResolveOptions.noSystem().appendResolver(this);
        for (int attempt = 0; ; attempt++) {
            try {
                return config.resolve(options);
            } catch (ConfigException.WrongType e) {
                if (attempt == MAX_ATTEMPTS || !changeKind(String.valueOf(e.getMessage()))) {
                    throw e;
                }
            }
        }
    }

    /**
     * Changes the kind of the substitutes that are joined with an object or a list; returns whether there are any. Only the
     * library's message identifies them: one operand in it is {@code Quoted("${path}")}.
     */
    private boolean changeKind(String message) {
        int left = message.indexOf(TEXT_SUBSTITUTE);
        int middle = message.indexOf("\") and " + CONTAINER);
        if (left >= 0 && middle > left && message.substring(0, left).endsWith(", ")) {
            boolean list = message.startsWith(LIST_CONTAINER, middle + 7);
            return changeKind(message.substring(left, middle), list);
        }
        int right = message.lastIndexOf(" and " + TEXT_SUBSTITUTE);
        int container = message.indexOf(", " + CONTAINER);
        if (right >= 0 && container >= 0) {
            return changeKind(message.substring(right), message.startsWith(LIST_CONTAINER, container + 2));
        }
        return false;
    }

    private boolean changeKind(String operand, boolean list) {
        boolean changed = false;
        Matcher matcher = SUBSTITUTION.matcher(operand);
        while (matcher.find()) {
            String path = matcher.group(1).replace("\\\"", "\"");
            changed |= kinds.replace(path, Kind.TEXT, list ? Kind.LIST : Kind.OBJECT);
        }
        return changed;
    }

    @Override
    public ConfigValue lookup(String path) {
        Kind kind = kinds.computeIfAbsent(path, any -> Kind.TEXT);
        return switch (kind) {
            case TEXT -> ConfigValueFactory.fromAnyRef("${" + path + "}", SUBSTITUTE);
            case OBJECT -> ConfigValueFactory.fromMap(Map.of(UNKNOWN_KEYS, ""), SUBSTITUTE);
            case LIST -> ConfigValueFactory.fromIterable(List.of(), SUBSTITUTE);
        };
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
        return this;
    }
}
