package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.scan.Certainty;
import io.github.cookiecharter.scan.Evidence;
import io.github.cookiecharter.scan.PathFilter;
import io.github.cookiecharter.scan.Place;
import io.github.cookiecharter.vocabulary.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Turns a place that sets cookies into evidence: one for each name and for each place that the name comes from. */
final class Witness {

    /** More names at one place are a guess, and no names. */
    private static final int MOST_NAMES = 16;

    /** Calls on one line that pass the same name: enough to see that one sets and another deletes. */
    private static final int MOST_WAYS = 4;

    private final Values values;
    private final TraitReader traits;
    private final Guards guards;
    private final PathFilter files;
    private final Frameworks frameworks;

    Witness(Values values, Guards guards, PathFilter files, Frameworks frameworks) {
        this.values = values;
        this.traits = new TraitReader(values);
        this.guards = guards;
        this.files = files;
        this.frameworks = frameworks;
    }

    private record Step(Flow flow, AbstractInsnNode insn) {

        Place.Code place() {
            return new Place.Code(
                    flow.owner().name().replace('/', '.'),
                    flow.method().name,
                    flow.line(insn),
                    Optional.ofNullable(flow.owner().node().sourceFile));
        }

        ClassFile file() {
            return flow.owner().file();
        }
    }

    /** What came in from one place. */
    private static final class Group {

        private final Step step;
        private final String through;
        private final Trail trail;
        private final Map<String, List<Found>> names = new TreeMap<>();
        private boolean unknown;

        Group(Step step, String through, Trail trail) {
            this.step = step;
            this.through = through;
            this.trail = trail;
        }
    }

    void tell(Sighting sighting, List<Evidence> evidence) {
        if (sighting.names() == Sink.Names.HEADER && isWritten(sighting.name())) {
            return;
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        List<Found> found = values.ask(sighting.name());
        for (Found one : found.isEmpty() ? Found.UNKNOWN : found) {
            if (one.value() == Value.Nothing.COPIED || isBuiltElsewhere(sighting, one.value())) {
                continue;
            }
            Group group = group(sighting, one.trail(), groups);
            CookieName name = name(sighting, one.value());
            if (name.isKnown()) {
                List<Found> ways = group.names.computeIfAbsent(name.text(), any -> new ArrayList<>());
                if (ways.size() < MOST_WAYS) {
                    ways.add(one);
                }
            } else {
                group.unknown = true;
            }
        }
        for (Group group : groups.values()) {
            tell(sighting, group, evidence);
        }
    }

    private static CookieName name(Sighting sighting, Value value) {
        if (!(value instanceof Value.Text text)) {
            return new CookieName("", Certainty.UNRESOLVED);
        }
        return sighting.names() == Sink.Names.HEADER
                ? CookieName.ofHeader(text.template())
                : CookieName.of(text.template());
    }

    /** A header that a cookie object, or its encoder, writes: the object was seen where it was made. */
    private boolean isBuiltElsewhere(Sighting sighting, Value value) {
        if (sighting.names() != Sink.Names.HEADER || !(value instanceof Value.Thing thing)) {
            return false;
        }
        if (thing.insn() instanceof TypeInsnNode made) {
            return made.desc.endsWith("Cookie") && values.isOfApi(made.desc);
        }
        return thing.insn() instanceof MethodInsnNode call
                && (isWriter(call) || isCookie(Type.getReturnType(call.desc)));
    }

    private boolean isCookie(Type type) {
        return type.getSort() == Type.OBJECT
                && type.getInternalName().endsWith("Cookie")
                && values.isOfApi(type.getInternalName());
    }

    private boolean isWritten(Operand operand) {
        if (!(operand instanceof Operand.Stacked stacked)) {
            return operand instanceof Operand.ElementOf element && isWritten(element.collection());
        }
        boolean written = false;
        for (AbstractInsnNode producer : stacked.flow().producers(stacked.at(), stacked.fromTop())) {
            if (!(producer instanceof MethodInsnNode call) || !isWriter(call)) {
                return false;
            }
            written = true;
        }
        return written;
    }

    private boolean isWriter(MethodInsnNode call) {
        for (Type type : Type.getArgumentTypes(call.desc)) {
            if (type.getSort() == Type.OBJECT && type.getInternalName().endsWith("Cookie")) {
                return isCookie(type);
            }
        }
        if (CookieTexts.of(call)) {
            return false;
        }
        String type = call.owner.substring(call.owner.lastIndexOf('/') + 1);
        boolean isText = call.desc.endsWith("String;") || call.desc.endsWith("Object;");
        return isText && ((type.endsWith("Cookie") && values.isOfApi(call.owner)) || type.contains("CookieEncoder"));
    }

    private static Group group(Sighting sighting, Trail trail, Map<String, Group> groups) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(sighting.flow(), sighting.insn()));
        for (Site site : trail.sites()) {
            steps.add(new Step(site.flow(), site.insn()));
        }
        int at = steps.size() - 1;
        while (at > 0 && !steps.get(at).file().isOwn()) {
            at--;
        }
        if (!steps.get(at).file().isOwn()) {
            at = steps.size() - 1;
        }
        StringBuilder through = new StringBuilder();
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            through.append(through.length() == 0 ? ", through " : " and ")
                    .append(steps.get(i).place().text());
        }
        Step step = steps.get(at);
        String key = step.place().text() + through;
        return groups.computeIfAbsent(key, any -> new Group(step, through.toString(), trail));
    }

    private void tell(Sighting sighting, Group group, List<Evidence> evidence) {
        ClassFile file = group.step.file();
        if (!file.container().isReported() || !files.takes(file.path())) {
            return;
        }
        if (!file.isOwn() && frameworks.contain(file.name())) {
            return;
        }
        boolean many = group.names.size() > MOST_NAMES;
        if (!many) {
            group.names.forEach((name, ways) -> {
                if (!isCovered(name, group.names.keySet())) {
                    ways.forEach(way -> evidence.add(named(sighting, group, way)));
                }
            });
        }
        boolean unresolved = many || (group.names.isEmpty() && group.unknown);
        if (unresolved && sighting.flow().owner().file().isOwn() && sighting.names() != Sink.Names.DELETED) {
            evidence.add(new Evidence(
                    Optional.empty(),
                    Kind.COOKIE,
                    deletes(sighting, group.trail) ? Action.DELETES : Action.SETS,
                    group.step.place(),
                    file.container().origin(),
                    Certainty.UNRESOLVED,
                    how(sighting) + group.through,
                    Attributes.UNKNOWN,
                    guarded(sighting, group.trail)));
        }
    }

    /** Whether a name or a pattern says nothing that a pattern beside it does not say. */
    private static boolean isCovered(String name, Set<String> names) {
        for (String other : names) {
            if (!other.equals(name) && other.indexOf('*') >= 0 && covers(other, 0, name, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String pattern, int p, String name, int n) {
        if (p == pattern.length()) {
            return n == name.length();
        }
        if (pattern.charAt(p) != '*') {
            return n < name.length() && pattern.charAt(p) == name.charAt(n) && covers(pattern, p + 1, name, n + 1);
        }
        for (int next = n; next <= name.length(); next++) {
            if (covers(pattern, p + 1, name, next)) {
                return true;
            }
        }
        return false;
    }

    private Evidence named(Sighting sighting, Group group, Found found) {
        Traits known = Traits.UNKNOWN;
        if (sighting.names() == Sink.Names.DELETED) {
            known = new Traits(Attributes.UNKNOWN, true);
        } else if (sighting.names() == Sink.Names.HEADER && found.value() instanceof Value.Text text) {
            known = Traits.ofHeader(text.template());
        } else if (sighting.names() != Sink.Names.NAMED) {
            known = traits.read(sighting, found.trail());
        }
        CookieName name = name(sighting, found.value());
        return new Evidence(
                Optional.of(name.text()),
                Kind.COOKIE,
                known.deletes() ? Action.DELETES : Action.SETS,
                group.step.place(),
                group.step.file().container().origin(),
                name.certainty(),
                how(sighting) + group.through,
                known.attributes(),
                guarded(sighting, found.trail()));
    }

    private boolean deletes(Sighting sighting, Trail trail) {
        return sighting.names() == Sink.Names.NAME
                && traits.read(sighting, trail).deletes();
    }

    private static String how(Sighting sighting) {
        return sighting.names() == Sink.Names.HEADER && sighting.sink().family().equals("header")
                ? "header Set-Cookie by "
                        + sighting.sink().owner().replace('/', '.').replace('$', '.')
                        + "#"
                        + sighting.sink().method()
                : sighting.sink().how();
    }

    private boolean guarded(Sighting sighting, Trail trail) {
        return guards.guard(sighting.flow(), sighting.insn(), trail.sites());
    }
}
