package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ApplicationStack;
import io.github.cookiecharter.scan.bytecode.index.FrameworkTable;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
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
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Converts a sink call into evidence, one entry per resolved name and origin. */
public final class EvidenceCollector {

    /** More names than this at one location are a guess; the location then counts as unresolved. */
    private static final int MAX_NAMES = 16;

    /** How many values of the same name are kept: enough to see that one call sets and another deletes. */
    private static final int MAX_VALUES = 4;

    /** How many callers of a place with an unknown name are listed. */
    private static final int MAX_CALLERS = 3;

    private final ConstantPropagation values;
    private final CookieOrigins origins;
    private final AttributeReader attributeReader;
    private final ConsentGuards guards;
    private final PathFilter files;
    private final FrameworkTable frameworks;
    private final ApplicationStack stack;

    public EvidenceCollector(
            ConstantPropagation values,
            SinkTable sinks,
            ConsentGuards guards,
            PathFilter files,
            FrameworkTable frameworks) {
        this.values = values;
        this.origins = new CookieOrigins(values, sinks);
        this.attributeReader = new AttributeReader(values);
        this.guards = guards;
        this.files = files;
        this.frameworks = frameworks;
        this.stack = new ApplicationStack(values.index());
    }

    /** An instruction on the call chain of a name. */
    private record Location(MethodDataFlow flow, AbstractInsnNode insn) {

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

    /** The names that reach a sink from one location. */
    private static final class Group {

        private final Location location;
        private final String through;
        private final CallChain callChain;
        private final Map<String, List<ResolvedValue>> names = new TreeMap<>();

        Group(Location location, String through, CallChain callChain) {
            this.location = location;
            this.through = through;
            this.callChain = callChain;
        }
    }

    /** Adds the evidence of a sink call. */
    public void collect(SinkCall sinkCall, List<Evidence> evidence) {
        if (sinkCall.role() == Sink.ArgumentRole.HEADER
                && isEncodedCookie(sinkCall.nameOperand())
                && isEncodedCookieKnown(sinkCall.nameOperand())) {
            return;
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, Unresolved> unresolved = new LinkedHashMap<>();
        List<ResolvedValue> found = values.resolveAnew(sinkCall.nameOperand());
        for (ResolvedValue one : found.isEmpty() ? ResolvedValue.UNKNOWN : found) {
            if (one.value() == AbstractValue.Special.COPIED_NAME
                    || isMissing(sinkCall, one.value(), found.size())
                    || !sinkCall.accepts(one.callChain())
                    || isMadeElsewhere(sinkCall, one.value())) {
                continue;
            }
            CookieName name = name(sinkCall, one.value());
            if (name.isKnown()) {
                Group group = groupFor(sinkCall, one.callChain(), groups);
                List<ResolvedValue> namedValues = group.names.computeIfAbsent(name.text(), any -> new ArrayList<>());
                if (namedValues.size() < MAX_VALUES) {
                    namedValues.add(one);
                }
            } else {
                addUnresolved(sinkCall, one.callChain(), unresolved);
            }
        }
        for (Group group : groups.values()) {
            if (group.names.size() > MAX_NAMES) {
                addUnresolved(sinkCall, group.callChain, unresolved);
            } else {
                collect(sinkCall, group, evidence);
            }
        }
        unresolved.values().forEach(one -> evidence.add(toEvidence(sinkCall, one)));
    }

    /**
     * A place of the project from which names reach a sink that are not known.
     *
     * @param callers the places that pass them to it, outermost first
     */
    private record Unresolved(Location location, String through, CallChain callChain, Set<String> callers) {}

    /** Adds a name that is not known: the sink is one place, whoever calls it; in a library the project's call is. */
    private void addUnresolved(SinkCall sinkCall, CallChain callChain, Map<String, Unresolved> unresolved) {
        List<Location> locations = locations(sinkCall, callChain);
        int place = 0;
        while (place < locations.size() && !locations.get(place).file().isOwn()) {
            place++;
        }
        if (place == locations.size()
                || (place > 0 && frameworks.contains(locations.get(0).file().name()))
                || !isReported(locations.get(place).file())
                || sinkCall.role() == Sink.ArgumentRole.DELETED_NAMES) {
            return;
        }
        Location location = locations.get(place);
        String through = through(locations, place);
        Unresolved one = unresolved.computeIfAbsent(
                location.place().text() + through,
                any -> new Unresolved(location, through, callChain, new TreeSet<>()));
        if (place + 1 < locations.size()) {
            one.callers.add(locations.get(place + 1).place().text());
        }
    }

    private static String callers(Set<String> callers) {
        if (callers.isEmpty()) {
            return "";
        }
        List<String> first = callers.stream().limit(MAX_CALLERS).toList();
        int more = callers.size() - first.size();
        return ", called from " + String.join(" and ", first) + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns whether a value is null, and not all that is known of a name: a framework may set the field then. */
    private static boolean isMissing(SinkCall sinkCall, AbstractValue value, int alternatives) {
        return value == AbstractValue.Special.NULL && (alternatives > 1 || sinkCall.role() == Sink.ArgumentRole.HEADER);
    }

    private boolean isMadeElsewhere(SinkCall sinkCall, AbstractValue value) {
        return switch (sinkCall.role()) {
            case COOKIE_OBJECT -> origins.isKnown(value);
            case HEADER -> isBuiltElsewhere(sinkCall, value);
            // The names of other headers are no cookies.
            case HEADER_ENTRY -> value instanceof AbstractValue.Text text && text.isLiteral();
            default -> false;
        };
    }

    private static CookieName name(SinkCall sinkCall, AbstractValue value) {
        if (!(value instanceof AbstractValue.Text text)
                || sinkCall.role() == Sink.ArgumentRole.COOKIE_OBJECT
                || sinkCall.role().isHeaderName()) {
            return CookieName.UNRESOLVED;
        }
        return sinkCall.role() == Sink.ArgumentRole.HEADER
                ? CookieName.ofHeader(text.string())
                : CookieName.of(text.string());
    }

    /** Returns whether a cookie object, or its encoder, writes the header: the object's constructor is a sink itself. */
    private boolean isBuiltElsewhere(SinkCall sinkCall, AbstractValue value) {
        if (sinkCall.role() != Sink.ArgumentRole.HEADER || !(value instanceof AbstractValue.AllocatedObject object)) {
            return false;
        }
        if (object.insn() instanceof TypeInsnNode made) {
            return made.desc.endsWith("Cookie") && values.isCookieApi(made.desc);
        }
        return object.insn() instanceof MethodInsnNode call
                && (isCookieEncoder(call) || isCookie(Type.getReturnType(call.desc)));
    }

    private boolean isCookie(Type type) {
        return type.getSort() == Type.OBJECT
                && type.getInternalName().endsWith("Cookie")
                && values.isCookieApi(type.getInternalName());
    }

    private boolean isEncodedCookie(Operand operand) {
        if (!(operand instanceof Operand.Stacked stacked)) {
            return operand instanceof Operand.ElementOf element && isEncodedCookie(element.collection());
        }
        boolean encoded = false;
        for (AbstractInsnNode producer : stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop())) {
            if (!(producer instanceof MethodInsnNode call) || !isCookieEncoder(call)) {
                return false;
            }
            encoded = true;
        }
        return encoded;
    }

    /** Returns whether the cookies that an encoder writes are made by known code. */
    private boolean isEncodedCookieKnown(Operand operand) {
        if (!(operand instanceof Operand.Stacked stacked)) {
            return operand instanceof Operand.ElementOf element && isEncodedCookieKnown(element.collection());
        }
        for (AbstractInsnNode producer : stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop())) {
            if (producer instanceof MethodInsnNode call) {
                CallSite site = CallSite.of(stacked.flow(), call, stacked.context());
                boolean isOfCookie = call.getOpcode() != Opcodes.INVOKESTATIC && call.owner.endsWith("Cookie");
                Operand cookie = site.argument(isOfCookie ? 0 : site.arguments().size() - 1);
                boolean isMany = !isOfCookie
                        && !Type.getArgumentTypes(call.desc)[0]
                                .getInternalName()
                                .endsWith("Cookie");
                if (!origins.isKnown(isMany ? new Operand.ElementOf(cookie) : cookie)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isCookieEncoder(MethodInsnNode call) {
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

    private static List<Location> locations(SinkCall sinkCall, CallChain callChain) {
        List<Location> locations = new ArrayList<>();
        locations.add(new Location(sinkCall.flow(), sinkCall.insn()));
        for (CallSite site : callChain.callSites()) {
            locations.add(new Location(site.flow(), site.insn()));
        }
        return locations;
    }

    private static String through(List<Location> locations, int place) {
        StringBuilder through = new StringBuilder();
        for (int i = place - 1; i >= Math.max(0, place - 4); i--) {
            through.append(through.length() == 0 ? ", through " : " and ")
                    .append(locations.get(i).place().text());
        }
        return through.toString();
    }

    private static Group groupFor(SinkCall sinkCall, CallChain callChain, Map<String, Group> groups) {
        List<Location> locations = locations(sinkCall, callChain);
        int ownIndex = locations.size() - 1;
        while (ownIndex > 0 && !locations.get(ownIndex).file().isOwn()) {
            ownIndex--;
        }
        if (!locations.get(ownIndex).file().isOwn()) {
            ownIndex = locations.size() - 1;
        }
        String through = through(locations, ownIndex);
        Location location = locations.get(ownIndex);
        String key = location.place().text() + through;
        return groups.computeIfAbsent(key, any -> new Group(location, through, callChain));
    }

    private boolean isReported(IndexedClass file) {
        return file.entry().isReported()
                && files.accepts(file.path())
                && (file.isOwn() || !frameworks.contains(file.name()));
    }

    private void collect(SinkCall sinkCall, Group group, List<Evidence> evidence) {
        IndexedClass file = group.location.file();
        if (!isReported(file)
                || (!file.isOwn() && !stack.mayRun(sinkCall.flow().owner().indexed()))) {
            return;
        }
        group.names.forEach((name, namedValues) -> {
            if (!isCovered(name, group.names.keySet())) {
                namedValues.forEach(value -> evidence.add(toEvidence(sinkCall, group, value)));
            }
        });
    }

    private Evidence toEvidence(SinkCall sinkCall, Unresolved one) {
        return new Evidence(
                Optional.empty(),
                Kind.COOKIE,
                deletes(sinkCall, one.callChain) ? StorageAction.DELETES : StorageAction.SETS,
                one.location.place(),
                one.location.file().entry().origin(),
                Certainty.UNRESOLVED,
                describe(sinkCall) + one.through + callers(one.callers),
                ObservedAttributes.UNKNOWN,
                isGuarded(sinkCall, one.callChain));
    }

    /** Returns whether another pattern matches a name or pattern. */
    private static boolean isCovered(String name, Set<String> names) {
        for (String other : names) {
            if (!other.equals(name) && other.indexOf('*') >= 0 && matches(other, 0, name, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, int p, String name, int n) {
        if (p == pattern.length()) {
            return n == name.length();
        }
        if (pattern.charAt(p) != '*') {
            return n < name.length() && pattern.charAt(p) == name.charAt(n) && matches(pattern, p + 1, name, n + 1);
        }
        for (int next = n; next <= name.length(); next++) {
            if (matches(pattern, p + 1, name, next)) {
                return true;
            }
        }
        return false;
    }

    private Evidence toEvidence(SinkCall sinkCall, Group group, ResolvedValue found) {
        CookieAttributes attributes = CookieAttributes.UNKNOWN;
        if (sinkCall.role() == Sink.ArgumentRole.DELETED_NAMES) {
            attributes = new CookieAttributes(ObservedAttributes.UNKNOWN, true);
        } else if (sinkCall.role() == Sink.ArgumentRole.HEADER && found.value() instanceof AbstractValue.Text text) {
            attributes = CookieAttributes.ofHeader(text.string());
        } else if (sinkCall.role() != Sink.ArgumentRole.CONFIGURED_NAME) {
            attributes = attributeReader.read(sinkCall, found.callChain());
        }
        CookieName name = name(sinkCall, found.value());
        return new Evidence(
                Optional.of(name.text()),
                Kind.COOKIE,
                attributes.deletes() ? StorageAction.DELETES : StorageAction.SETS,
                group.location.place(),
                group.location.file().entry().origin(),
                name.certainty(),
                describe(sinkCall) + group.through,
                attributes.attributes(),
                isGuarded(sinkCall, found.callChain()));
    }

    private boolean deletes(SinkCall sinkCall, CallChain callChain) {
        return sinkCall.role() == Sink.ArgumentRole.NAME
                && attributeReader.read(sinkCall, callChain).deletes();
    }

    private static String describe(SinkCall sinkCall) {
        return sinkCall.role() == Sink.ArgumentRole.HEADER && sinkCall.sink().family() == Sink.Family.HEADER
                ? "header Set-Cookie by "
                        + sinkCall.sink().owner().replace('/', '.').replace('$', '.')
                        + "#"
                        + sinkCall.sink().method()
                : sinkCall.sink().display();
    }

    private boolean isGuarded(SinkCall sinkCall, CallChain callChain) {
        return guards.isDominatedByCheck(sinkCall.flow(), sinkCall.insn(), callChain.callSites());
    }
}
