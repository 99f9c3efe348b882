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
 * Bounds what the substitutions of a configuration in HOCON grow to, before they are made: the library itself sets no
 * limit, and thirty lines that each name the one before twice are a billion texts.
 */
final class SubstitutionGrowth {

    private static final long LONGEST = 8_000_000;

    /** The sum of the squares of how often each key appends to itself: the library's time grows faster still. */
    private static final long MOST_APPENDED = 50_000;

    private static final int DEEPEST = 100;
    private static final int MOST_STEPS = 1_000_000;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??([^{}\\n]*)}");

    /** Signals that there is no bound below the limit. */
    private static final class NoBound extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoBound() {
            super("", null, false, false);
        }
    }

    private final TreeMap<String, String> values = new TreeMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private long held;
    private long appended;
    private int steps;

    private SubstitutionGrowth() {}

    /** Whether the substitutions may grow to more than eight million characters, or go in a circle. */
    static boolean isTooMuch(ConfigObject root) {
        SubstitutionGrowth growth = new SubstitutionGrowth();
        try {
            growth.add(root, "");
            long all = 0;
            for (String path : growth.values.keySet()) {
                all = growth.checked(all + growth.ofValue(path));
            }
            return false;
        } catch (NoBound e) {
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
                // Objects that are merged once their substitutions are resolved: taken as one text.
            }
        }
        // With the library's comments, which put each of several values of a key on lines of its own.
        String text = value.render(ConfigRenderOptions.defaults());
        held = checked(held + path.length() + text.length());
        values.put(path, text);
    }

    private long checked(long size) {
        if (size > LONGEST || ++steps > MOST_STEPS) {
            throw new NoBound();
        }
        return size;
    }

    private long ofValue(String path) {
        Long size = known.get(path);
        if (size != null) {
            return size;
        }
        if (open.size() > DEEPEST || !open.add(path)) {
            throw new NoBound();
        }
        String text = values.getOrDefault(path, "");
        long all = text.length();
        long repeats = 1;
        long allOwn = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int own = 0;
            Matcher matcher = REFERENCE.matcher(line);
            while (matcher.find()) {
                if (matcher.group(1).equals(path) || matcher.group(1).startsWith(path + ".")) {
                    own++;
                } else {
                    all = checked(all + ofReference(matcher.group(1), path));
                }
            }
            repeats = checked(repeats * Math.max(1, own));
            allOwn += own;
        }
        appended += allOwn * allOwn;
        if (appended > MOST_APPENDED) {
            throw new NoBound();
        }
        open.remove(path);
        long grown = checked(all * repeats);
        known.put(path, grown);
        return grown;
    }

    /** What a reference stands for: a value, all below an object, or something within a value. */
    private long ofReference(String reference, String from) {
        List<String> targets =
                new ArrayList<>(values.subMap(reference + ".", reference + "/").keySet());
        for (int end = reference.length(); end > 0; end = reference.lastIndexOf('.', end - 1)) {
            targets.add(reference.substring(0, end));
        }
        long all = 0;
        for (String target : targets) {
            if (values.containsKey(target) && !target.equals(from)) {
                all = checked(all + ofValue(target));
            } else {
                checked(all);
            }
        }
        return all;
    }
}
