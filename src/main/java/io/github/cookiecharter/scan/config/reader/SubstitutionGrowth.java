package io.github.cookiecharter.scan.config.reader;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds the size of a HOCON file with its substitutions resolved, before the library resolves them: the library has no
 * limit, and thirty lines that each contain the one before twice expand to a billion texts.
 */
final class SubstitutionGrowth {

    private static final long MAX_CHARACTERS = 8_000_000;

    /** The limit for the sum of the squares of how often each key appends to itself; the library's time grows even faster. */
    private static final long MAX_APPENDED = 50_000;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_STEPS = 1_000_000;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^{}\\n]*)}");

    /** Thrown if the size may exceed the limit. */
    private static final class LimitExceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        LimitExceeded() {
            super("", null, false, false);
        }
    }

    private final TreeMap<String, String> values = new TreeMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<String> openPaths = new HashSet<>();
    private long totalLength;
    private long appended;
    private int steps;

    private SubstitutionGrowth() {}

    /** Returns whether the resolved substitutions may exceed eight million characters, or are cyclic. */
    static boolean exceedsLimit(ConfigObject root) {
        SubstitutionGrowth growth = new SubstitutionGrowth();
        try {
            growth.add(root, "");
            long total = 0;
            for (String path : growth.values.keySet()) {
                total = growth.checkLimit(total + growth.sizeOfValue(path));
            }
            return false;
        } catch (LimitExceeded e) {
            return true;
        }
    }

    private void add(ConfigObject object, String path) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String name = ConfigUtil.joinPath(entry.getKey());
            add(entry.getValue(), path.isEmpty() ? name : path + "." + name);
        }
    }

    private void add(ConfigValue value, String path) {
        if (value instanceof ConfigObject object) {
            try {
                add(object, path);
                return;
            } catch (ConfigException.NotResolved e) {
                // Objects that are merged once their substitutions are resolved count as one text.
            }
        }
        // The library's comments put each of several values of a key on a line of its own.
        String text = value.render(ConfigRenderOptions.defaults());
        totalLength = checkLimit(totalLength + path.length() + text.length());
        values.put(path, text);
    }

    private long checkLimit(long size) {
        if (size > MAX_CHARACTERS || ++steps > MAX_STEPS) {
            throw new LimitExceeded();
        }
        return size;
    }

    private long sizeOfValue(String path) {
        Long size = sizes.get(path);
        if (size != null) {
            return size;
        }
        if (openPaths.size() > MAX_DEPTH || !openPaths.add(path)) {
            throw new LimitExceeded();
        }
        String text = values.getOrDefault(path, "");
        long total = text.length();
        long repeats = 1;
        long totalOwn = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int own = 0;
            Matcher matcher = REFERENCE.matcher(line);
            while (matcher.find()) {
                if (matcher.group(1).equals(path) || matcher.group(1).startsWith(path + ".")) {
                    own++;
                } else {
                    total = checkLimit(total + sizeOfReference(matcher.group(1), path));
                }
            }
            repeats = checkLimit(repeats * Math.max(1, own));
            totalOwn += own;
        }
        appended += totalOwn * totalOwn;
        if (appended > MAX_APPENDED) {
            throw new LimitExceeded();
        }
        openPaths.remove(path);
        long grown = checkLimit(total * repeats);
        sizes.put(path, grown);
        return grown;
    }

    /** Returns the size of what a reference resolves to: a value, all values of an object, or a part of a value. */
    private long sizeOfReference(String reference, String from) {
        List<String> targets =
                new ArrayList<>(values.subMap(reference + ".", reference + "/").keySet());
        for (int end = reference.length(); end > 0; end = reference.lastIndexOf('.', end - 1)) {
            targets.add(reference.substring(0, end));
        }
        long total = 0;
        for (String target : targets) {
            if (values.containsKey(target) && !target.equals(from)) {
                total = checkLimit(total + sizeOfValue(target));
            } else {
                checkLimit(total);
            }
        }
        return total;
    }
}
