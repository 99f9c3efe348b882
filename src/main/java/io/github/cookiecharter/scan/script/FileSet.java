package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.scan.Certainty;
import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.Place;
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

    private final List<Unit> units;
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final Set<Wrapper> called = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<Wrapper> wrappers = new ArrayList<>();
    private final List<Found> loose = new ArrayList<>();
    private final Set<String> ownNames = new HashSet<>();

    /** A place whose evidence waits until it is known whether the function is one of the project's own. */
    private record Found(Unit unit, Site site) {}

    FileSet(List<Unit> units) {
        this.units = units;
    }

    List<Evidence> evidence() {
        for (Unit unit : units) {
            for (Site site : unit.sites()) {
                if (site.isLoose()) {
                    loose.add(new Found(unit, site));
                } else {
                    read(unit, site, site.name(), 0);
                }
            }
        }
        follow();
        for (Wrapper wrapper : wrappers) {
            ownNames.add(wrapper.name());
        }
        int before = wrappers.size();
        for (Found found : loose) {
            if (!ownNames.contains(calledName(found))) {
                read(found.unit(), found.site(), found.site().name(), 0);
            }
        }
        follow(wrappers.subList(before, wrappers.size()));
        for (Wrapper wrapper : wrappers) {
            if (!called.contains(wrapper) && wrapper.site().action() == Action.SETS && !wrapper.site().isLoose()) {
                report(wrapper.unit(), wrapper.site(), String.valueOf(Value.DYNAMIC), wrapper.site().how());
            }
        }
        return new ArrayList<>(evidence);
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
        int from = 0;
        while (from < wrappers.size()) {
            List<Wrapper> fresh = List.copyOf(wrappers.subList(from, wrappers.size()));
            from = wrappers.size();
            follow(fresh);
        }
    }

    private void follow(List<Wrapper> fresh) {
        Map<String, List<Wrapper>> byName = new HashMap<>();
        for (Wrapper wrapper : List.copyOf(fresh)) {
            if (wrapper.level() < MOST_LEVELS) {
                if (wrapper.name().isEmpty()) {
                    atOnce(wrapper);
                } else {
                    byName.computeIfAbsent(wrapper.name(), key -> new ArrayList<>()).add(wrapper);
                }
            }
        }
        if (byName.isEmpty()) {
            return;
        }
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
        boolean deletes = inner.action() == Action.DELETES || negative(unit, arguments, index);
        String through = wrapper.name().isEmpty() ? "" : ", through " + wrapper.name();
        boolean guarded = inner.guarded() || new Guards(unit.tokens).cover(token);
        Site site = new Site(
                name,
                inner.kind(),
                deletes ? Action.DELETES : Action.SETS,
                token,
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

    private static boolean negative(Unit unit, List<Range> arguments, int index) {
        for (int i = 0; i < arguments.size(); i++) {
            int from = arguments.get(i).from();
            if (i != index && unit.tokens.is(from, "-") && !unit.tokens.number(from + 1).isEmpty()) {
                return true;
            }
        }
        return false;
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
