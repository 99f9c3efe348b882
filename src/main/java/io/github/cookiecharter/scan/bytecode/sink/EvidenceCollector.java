package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.FrameworkTable;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.CookieHeaders;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.StorageAction;
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
public final class EvidenceCollector {

    /** More names at one place are a guess, and no names. */
    private static final int MOST_NAMES = 16;

    /** Calls on one line that pass the same name: enough to see that one sets and another deletes. */
    private static final int MOST_WAYS = 4;

    private final ConstantPropagation values;
    private final AttributeReader traits;
    private final ConsentGuards guards;
    private final PathFilter files;
    private final FrameworkTable frameworks;

    public EvidenceCollector(
            ConstantPropagation values, ConsentGuards guards, PathFilter files, FrameworkTable frameworks) {
        this.values = values;
        this.traits = new AttributeReader(values);
        this.guards = guards;
        this.files = files;
        this.frameworks = frameworks;
    }

    private record Step(MethodDataFlow flow, AbstractInsnNode insn) {

        CodePlace.Code place() {
            return new CodePlace.Code(
                    flow.owner().name().replace('/', '.'),
                    flow.method().name,
                    flow.line(insn),
                    Optional.ofNullable(flow.owner().node().sourceFile));
        }

        IndexedClass file() {
            return flow.owner().indexed();
        }
    }

    /** What came in from one place. */
    private static final class Group {

        private final Step step;
        private final String through;
        private final CallChain trail;
        private final Map<String, List<ResolvedValue>> names = new TreeMap<>();
        private boolean unknown;

        Group(Step step, String through, CallChain trail) {
            this.step = step;
            this.through = through;
            this.trail = trail;
        }
    }

    public void collect(SinkCall sighting, List<Evidence> evidence) {
        if (sighting.names() == Sink.ArgumentRole.HEADER && isWritten(sighting.name())) {
            return;
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        List<ResolvedValue> found = values.resolveAnew(sighting.name());
        for (ResolvedValue one : found.isEmpty() ? ResolvedValue.UNKNOWN : found) {
            if (one.value() == AbstractValue.Special.COPIED_NAME || isBuiltElsewhere(sighting, one.value())) {
                continue;
            }
            Group group = group(sighting, one.callChain(), groups);
            CookieName name = name(sighting, one.value());
            if (name.isKnown()) {
                List<ResolvedValue> ways = group.names.computeIfAbsent(name.text(), any -> new ArrayList<>());
                if (ways.size() < MOST_WAYS) {
                    ways.add(one);
                }
            } else {
                group.unknown = true;
            }
        }
        for (Group group : groups.values()) {
            collect(sighting, group, evidence);
        }
    }

    private static CookieName name(SinkCall sighting, AbstractValue value) {
        if (!(value instanceof AbstractValue.Text text)) {
            return CookieName.UNRESOLVED;
        }
        return sighting.names() == Sink.ArgumentRole.HEADER
                ? CookieName.ofHeader(text.string())
                : CookieName.of(text.string());
    }

    /** A header that a cookie object, or its encoder, writes: the object was seen where it was made. */
    private boolean isBuiltElsewhere(SinkCall sighting, AbstractValue value) {
        if (sighting.names() != Sink.ArgumentRole.HEADER || !(value instanceof AbstractValue.AllocatedObject thing)) {
            return false;
        }
        if (thing.insn() instanceof TypeInsnNode made) {
            return made.desc.endsWith("Cookie") && values.isCookieApi(made.desc);
        }
        return thing.insn() instanceof MethodInsnNode call
                && (isWriter(call) || isCookie(Type.getReturnType(call.desc)));
    }

    private boolean isCookie(Type type) {
        return type.getSort() == Type.OBJECT
                && type.getInternalName().endsWith("Cookie")
                && values.isCookieApi(type.getInternalName());
    }

    private boolean isWritten(Operand operand) {
        if (!(operand instanceof Operand.Stacked stacked)) {
            return operand instanceof Operand.ElementOf element && isWritten(element.collection());
        }
        boolean written = false;
        for (AbstractInsnNode producer : stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop())) {
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
        if (CookieHeaders.isCookieHeader(call)) {
            return false;
        }
        String type = call.owner.substring(call.owner.lastIndexOf('/') + 1);
        boolean isText = call.desc.endsWith("String;") || call.desc.endsWith("Object;");
        return isText
                && ((type.endsWith("Cookie") && values.isCookieApi(call.owner)) || type.contains("CookieEncoder"));
    }

    private static Group group(SinkCall sighting, CallChain trail, Map<String, Group> groups) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(sighting.flow(), sighting.insn()));
        for (CallSite site : trail.callSites()) {
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

    private void collect(SinkCall sighting, Group group, List<Evidence> evidence) {
        IndexedClass file = group.step.file();
        if (!file.entry().isReported() || !files.takes(file.path())) {
            return;
        }
        if (!file.isOwn() && frameworks.contains(file.name())) {
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
        if (unresolved
                && sighting.flow().owner().indexed().isOwn()
                && sighting.names() != Sink.ArgumentRole.DELETED_NAMES) {
            evidence.add(new Evidence(
                    Optional.empty(),
                    Kind.COOKIE,
                    deletes(sighting, group.trail) ? StorageAction.DELETES : StorageAction.SETS,
                    group.step.place(),
                    file.entry().origin(),
                    Certainty.UNRESOLVED,
                    how(sighting) + group.through,
                    ObservedAttributes.UNKNOWN,
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

    private Evidence named(SinkCall sighting, Group group, ResolvedValue found) {
        CookieAttributes known = CookieAttributes.UNKNOWN;
        if (sighting.names() == Sink.ArgumentRole.DELETED_NAMES) {
            known = new CookieAttributes(ObservedAttributes.UNKNOWN, true);
        } else if (sighting.names() == Sink.ArgumentRole.HEADER && found.value() instanceof AbstractValue.Text text) {
            known = CookieAttributes.ofHeader(text.string());
        } else if (sighting.names() != Sink.ArgumentRole.CONFIGURED_NAME) {
            known = traits.read(sighting, found.callChain());
        }
        CookieName name = name(sighting, found.value());
        return new Evidence(
                Optional.of(name.text()),
                Kind.COOKIE,
                known.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                group.step.place(),
                group.step.file().entry().origin(),
                name.certainty(),
                how(sighting) + group.through,
                known.attributes(),
                guarded(sighting, found.callChain()));
    }

    private boolean deletes(SinkCall sighting, CallChain trail) {
        return sighting.names() == Sink.ArgumentRole.NAME
                && traits.read(sighting, trail).deletes();
    }

    private static String how(SinkCall sighting) {
        return sighting.names() == Sink.ArgumentRole.HEADER && sighting.sink().family() == Sink.Family.HEADER
                ? "header Set-Cookie by "
                        + sighting.sink().owner().replace('/', '.').replace('$', '.')
                        + "#"
                        + sighting.sink().method()
                : sighting.sink().display();
    }

    private boolean guarded(SinkCall sighting, CallChain trail) {
        return guards.guard(sighting.flow(), sighting.insn(), trail.callSites());
    }
}
