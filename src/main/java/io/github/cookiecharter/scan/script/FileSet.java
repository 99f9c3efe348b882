package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.scan.Certainty;
import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Place;
import io.github.cookiecharter.scan.TextFile;
import io.github.cookiecharter.scan.script.Extent.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of one origin: their places, and the calls of functions that set what their callers name. */
final class FileSet {

    private static final int MOST_LEVELS = 4;
    private static final int MOST_WRAPPERS = 5_000;

    private final List<Unit> units = new ArrayList<>();
    private final List<TextFile> callers;
    private final Constants constants = new Constants();
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final Set<Wrapper> called = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<Wrapper> wrappers = new ArrayList<>();
    private final List<Found> loose = new ArrayList<>();
    private int followed;

    /** A place whose evidence waits until it is known whether the function is one of the project's own. */
    private record Found(Unit unit, Site site) {}

    /**
     * The files of one origin.
     *
     * @param files those that mention something
     * @param callers further ones, which may call functions of those, and give them constants
     */
    FileSet(List<TextFile> files, List<TextFile> callers) {
        this.callers = new ArrayList<>(callers);
        for (TextFile file : files) {
            add(file);
        }
    }

    private void add(TextFile file) {
        Unit unit = new Unit(file, constants);
        unit.publish(constants);
        units.add(unit);
    }

    List<Evidence> evidence() {
        List<Found> found = sites();
        if (adopt(constants.wanted())) {
            found = sites();
        }
        for (Found one : found) {
            if (one.site().isLoose()) {
                loose.add(one);
            } else {
                read(one.unit(), one.site(), one.site().name(), 0);
            }
        }
        follow();
        Set<String> ownNames = new HashSet<>();
        for (Wrapper wrapper : wrappers) {
            ownNames.add(wrapper.name());
        }
        for (Found one : loose) {
            if (!ownNames.contains(calledName(one))) {
                read(one.unit(), one.site(), one.site().name(), 0);
            }
        }
        follow();
        for (Wrapper wrapper : wrappers) {
            if (!called.contains(wrapper)
                    && wrapper.site().action() == Action.SETS
                    && !wrapper.site().isLoose()) {
                report(
                        wrapper.unit(),
                        wrapper.site(),
                        String.valueOf(Value.DYNAMIC),
                        wrapper.site().how());
            }
        }
        for (Unit unit : units) {
            new Claims(unit).addTo(evidence);
        }
        return Duplicates.without(evidence);
    }

    private List<Found> sites() {
        List<Found> found = new ArrayList<>();
        for (Unit unit : units) {
            for (Site site : unit.sites()) {
                found.add(new Found(unit, site));
            }
        }
        return found;
    }

    /** Takes those of the further files in that mention one of the names. Whether there were any. */
    private boolean adopt(Set<String> names) {
        int before = units.size();
        for (int i = callers.size() - 1; i >= 0 && !names.isEmpty(); i--) {
            if (mentions(callers.get(i).text(), names)) {
                add(callers.remove(i));
            }
        }
        return units.size() > before;
    }

    private static boolean mentions(String text, Set<String> names) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isJavaIdentifierStart(text.charAt(i))) {
                continue;
            }
            int start = i;
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            if (i - start < 80 && names.contains(text.substring(start, i))) {
                return true;
            }
        }
        return false;
    }

    private static String calledName(Found found) {
        String how = found.site().how();
        return how.substring(how.lastIndexOf('.') + 1);
    }

    private void read(Unit unit, Site site, Value name, int level) {
        for (String text : name.texts()) {
            int parameter = text.indexOf(Value.PARAMETER);
            if (parameter < 0 || parameter + 1 >= text.length()) {
                report(unit, site, text, site.how());
                continue;
            }
            Names.Passed passed = unit.expressions.names().passed(text.charAt(parameter + 1));
            Wrapper wrapper = new Wrapper(unit, site, text, passed, level);
            String key = unit.file.path() + ' ' + passed + ' ' + text + ' ' + site.kind() + ' ' + site.action();
            if (wrappers.size() < MOST_WRAPPERS && known.add(key)) {
                wrappers.add(wrapper);
            }
        }
    }

    private void follow() {
        while (followed < wrappers.size()) {
            List<Wrapper> fresh = List.copyOf(wrappers.subList(followed, wrappers.size()));
            followed = wrappers.size();
            follow(fresh);
        }
    }

    private void follow(List<Wrapper> fresh) {
        Map<String, List<Wrapper>> byName = new HashMap<>();
        for (Wrapper wrapper : fresh) {
            if (wrapper.level() < MOST_LEVELS) {
                if (wrapper.name().isEmpty()) {
                    atOnce(wrapper);
                } else {
                    byName.computeIfAbsent(wrapper.name(), key -> new ArrayList<>())
                            .add(wrapper);
                }
            }
        }
        if (byName.isEmpty()) {
            return;
        }
        adopt(byName.keySet());
        for (Unit unit : units) {
            new Calls(unit, byName).each(this::call);
        }
    }

    /** (function (name) {…})("x") */
    private void atOnce(Wrapper wrapper) {
        Tokens tokens = wrapper.unit().tokens;
        int body = wrapper.function().body();
        if (tokens.is(body, "{") && tokens.partner(body) > 0) {
            int open = tokens.partner(body) + 1;
            open = tokens.is(open, ")") ? open + 1 : open;
            if (tokens.is(open, "(")) {
                call(wrapper.unit(), wrapper, open, open);
            }
        }
    }

    private void call(Unit unit, Wrapper wrapper, int token, int open) {
        List<Range> arguments = Extent.arguments(unit.tokens, open);
        int index = wrapper.passed().index();
        if (index >= arguments.size()) {
            called.add(wrapper);
            return;
        }
        called.add(wrapper);
        Value argument = argument(unit, arguments.get(index), wrapper.passed().property());
        Value name = Value.UNKNOWN;
        for (String text : argument.texts()) {
            name = name.or(Value.of(put(wrapper, text)));
        }
        Site inner = wrapper.site();
        boolean deletes = inner.action() == Action.DELETES
                || Deletions.isNamed(wrapper.name())
                || Deletions.isAsked(unit, arguments, index);
        // What a function without a name is called with stands around it; the place is where it sets something.
        int place = wrapper.name().isEmpty() && unit == wrapper.unit() ? inner.token() : token;
        String through = wrapper.name().isEmpty() ? "" : ", through " + wrapper.name();
        boolean guarded = inner.guarded() || unit.guards.cover(place);
        Site site = new Site(
                name,
                inner.kind(),
                deletes ? Action.DELETES : Action.SETS,
                place,
                inner.how().contains(", through ") ? inner.how() : inner.how() + through,
                deletes ? Attributes.UNKNOWN : inner.attributes(),
                guarded,
                inner.isLoose());
        read(unit, site, name, wrapper.level() + 1);
    }

    private static Value argument(Unit unit, Range argument, String property) {
        if (property.isEmpty()) {
            return unit.expressions.of(argument);
        }
        Names names = unit.expressions.names();
        int open = unit.tokens.is(argument.from(), "{") || argument.to() > argument.from() + 1
                ? argument.from()
                : names.initializer(argument.from());
        int value = names.valueOf(open, property);
        return value < 0 ? Value.UNKNOWN : unit.expressions.of(value);
    }

    /** The wrapper's name with the caller's text in it; what other functions pass stays unknown. */
    private static String put(Wrapper wrapper, String argument) {
        StringBuilder name = new StringBuilder();
        String text = wrapper.text();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != Value.PARAMETER || i + 1 == text.length()) {
                name.append(text.charAt(i));
                continue;
            }
            Names.Passed passed = wrapper.unit().expressions.names().passed(text.charAt(++i));
            name.append(passed.equals(wrapper.passed()) ? argument : String.valueOf(Value.DYNAMIC));
        }
        return name.toString();
    }

    private void report(Unit unit, Site site, String text, String how) {
        boolean isUnknown = text.isEmpty() || Value.isDynamic(text);
        boolean isPattern = text.indexOf(Value.DYNAMIC) >= 0;
        if (isUnknown && (unit.isLibrary || !unit.file.isOwn() || site.action() == Action.DELETES || site.isLoose())) {
            return;
        }
        String name = pattern(text);
        evidence.add(new Evidence(
                isUnknown ? Optional.empty() : Optional.of(name),
                site.kind(),
                site.action(),
                new Place.Text(unit.file.path(), unit.lines().at(unit.tokens.start(site.token()))),
                unit.file.origin(),
                isUnknown ? Certainty.UNRESOLVED : isPattern ? Certainty.PATTERN : Certainty.CERTAIN,
                how,
                site.attributes(),
                site.guarded() || unit.isHeld(site.token())));
    }

    private static String pattern(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == Value.DYNAMIC ? '*' : text.charAt(i);
            if (c != '*' || name.length() == 0 || name.charAt(name.length() - 1) != '*' || text.charAt(i) == '*') {
                name.append(c);
            }
        }
        return name.toString();
    }
}
