package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import io.github.cookiecharter.scan.cookie.CookieDate;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Reads a cookie's attributes, and whether it is deleted, from the calls that create and change it. */
final class AttributeReader {

    private final ConstantPropagation values;
    private final CookieObjects cookieObjects;

    AttributeReader(ConstantPropagation values) {
        this.values = values;
        this.cookieObjects = new CookieObjects(values);
    }

    /**
     * Returns the attributes of the cookie that a sink call creates.
     *
     * @param callChain the calls through which the cookie's name reached the sink: only values of the same chain count
     */
    CookieAttributes read(SinkCall sinkCall, CallChain callChain) {
        if (!sinkCall.sink().family().hasPlainAttributes()) {
            return CookieAttributes.UNKNOWN;
        }
        CookieObjects.TrackedCookie tracked = cookieObjects.track(sinkCall, callChain);
        Map<CookieAttribute, Assignment> assignments = new EnumMap<>(CookieAttribute.class);
        readArguments(sinkCall, assignments);
        for (CookieObjects.SetterCall setterCall : tracked.setterCalls()) {
            // A later call overrides an earlier one; a conditional call leaves both values possible.
            assignments.put(
                    setterCall.attribute(),
                    setterCall.isUnconditional() ? Assignment.of(setterCall.operand()) : Assignment.CONDITIONAL);
        }
        return toAttributes(sinkCall.sink().family(), assignments, tracked.escapes(), callChain);
    }

    /**
     * How the code sets an attribute.
     *
     * @param operand the value; empty where the call takes no argument, as {@code secure()}, or there is none
     * @param isConditional whether a path skips the call, so that the value is unknown
     * @param isAbsent whether no call sets the attribute, so that it has its default
     */
    private record Assignment(Optional<Operand> operand, boolean isConditional, boolean isAbsent) {

        static final Assignment NONE = new Assignment(Optional.empty(), false, true);
        static final Assignment CONDITIONAL = new Assignment(Optional.empty(), true, false);

        static Assignment of(Optional<Operand> operand) {
            return new Assignment(operand, false, false);
        }
    }

    private static void readArguments(SinkCall sinkCall, Map<CookieAttribute, Assignment> assignments) {
        CookieArguments arguments = CookieArguments.of(sinkCall);
        for (CookieAttribute attribute : CookieAttribute.values()) {
            if (arguments.areOpen()) {
                assignments.put(attribute, Assignment.CONDITIONAL);
            } else if (arguments.operands().containsKey(attribute)) {
                assignments.put(
                        attribute,
                        Assignment.of(Optional.ofNullable(arguments.operands().get(attribute))));
            }
        }
    }

    private CookieAttributes toAttributes(
            Sink.Family family, Map<CookieAttribute, Assignment> assignments, boolean escapes, CallChain callChain) {
        boolean known = !escapes;
        boolean shiro = family == Sink.Family.SHIRO;
        Optional<Lifetime> lifetime = Optional.empty();
        boolean deletes = false;
        Assignment age = assignments.getOrDefault(CookieAttribute.AGE, Assignment.NONE);
        Assignment expires = assignments.getOrDefault(CookieAttribute.EXPIRES, Assignment.NONE);
        if (age.operand().isPresent()) {
            Optional<AbstractValue> value = singleValue(age.operand().get(), callChain);
            Optional<Long> seconds = value.flatMap(this::seconds);
            deletes = seconds.isPresent() && seconds.get() == 0;
            lifetime = value.isPresent() && value.get() == AbstractValue.Special.NULL
                    ? Optional.of(new Lifetime.Session())
                    : seconds.flatMap(CookieAttributes::lifetime);
        } else if (age.isAbsent() && expires.isAbsent() && known) {
            lifetime = Optional.of(new Lifetime.Session());
        }
        if (expires.operand().isPresent()) {
            deletes |= isPast(expires.operand().get(), callChain);
        }
        boolean httpByDefault = shiro || family == Sink.Family.PLAY;
        Optional<SameSite> sameSite = assignments.containsKey(CookieAttribute.SAME_SITE)
                ? sameSite(assignments.getOrDefault(CookieAttribute.SAME_SITE, Assignment.NONE), callChain)
                : shiro && known ? Optional.of(SameSite.LAX) : Optional.empty();
        return new CookieAttributes(
                new ObservedAttributes(
                        lifetime,
                        flag(
                                assignments.getOrDefault(CookieAttribute.HTTP_ONLY, Assignment.NONE),
                                httpByDefault,
                                known,
                                callChain),
                        flag(
                                assignments.getOrDefault(CookieAttribute.SECURE, Assignment.NONE),
                                false,
                                known,
                                callChain),
                        sameSite,
                        text(assignments.getOrDefault(CookieAttribute.DOMAIN, Assignment.NONE), callChain),
                        text(assignments.getOrDefault(CookieAttribute.PATH, Assignment.NONE), callChain)),
                deletes);
    }

    private Optional<Boolean> flag(Assignment assignment, boolean byDefault, boolean known, CallChain callChain) {
        if (assignment.isAbsent()) {
            return known ? Optional.of(byDefault) : Optional.empty();
        }
        if (assignment.isConditional()) {
            return Optional.empty();
        }
        if (assignment.operand().isEmpty()) {
            return Optional.of(true);
        }
        return singleValue(assignment.operand().get(), callChain)
                .flatMap(value -> value == AbstractValue.Special.NULL
                        ? flag(Assignment.NONE, byDefault, known, callChain)
                        : booleanValue(value));
    }

    private static Optional<Boolean> booleanValue(AbstractValue value) {
        if (value instanceof AbstractValue.IntConstant number) {
            return Optional.of(number.value() != 0);
        }
        if (value instanceof AbstractValue.Text text && text.isLiteral()) {
            return Optional.of(!text.template().equalsIgnoreCase("false"));
        }
        return value instanceof AbstractValue.AllocatedObject object ? booleanField(object) : Optional.empty();
    }

    private static Optional<Boolean> booleanField(AbstractValue.AllocatedObject object) {
        if (object.insn() instanceof FieldInsnNode field && field.owner.equals("java/lang/Boolean")) {
            return Optional.of(field.name.equals("TRUE"));
        }
        return Optional.empty();
    }

    private Optional<String> text(Assignment assignment, CallChain callChain) {
        if (assignment.operand().isEmpty()) {
            return Optional.empty();
        }
        return singleValue(assignment.operand().get(), callChain)
                .flatMap(value -> value instanceof AbstractValue.Text text
                                && text.isLiteral()
                                && !text.template().isEmpty()
                        ? Optional.of(text.template())
                        : Optional.empty());
    }

    private Optional<SameSite> sameSite(Assignment assignment, CallChain callChain) {
        if (assignment.operand().isEmpty()) {
            return Optional.empty();
        }
        Optional<AbstractValue> value = singleValue(assignment.operand().get(), callChain);
        if (value.isPresent() && value.get() instanceof AbstractValue.Text text) {
            return SameSite.of(text.template());
        }
        Operand operand = assignment.operand().get();
        if (operand instanceof Operand.Stacked stacked) {
            Set<AbstractInsnNode> producers = stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop());
            if (producers.size() == 1) {
                return sameSiteConstant(stacked.flow(), producers.iterator().next());
            }
        }
        return Optional.empty();
    }

    // SameSite.LAX, or a method such as SameSite.LAX.attributeValue().
    private static Optional<SameSite> sameSiteConstant(MethodDataFlow flow, AbstractInsnNode producer) {
        if (producer instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
            return SameSite.of(field.name.replace("SAME_SITE_", ""));
        }
        if (producer instanceof MethodInsnNode call && call.desc.equals("()Ljava/lang/String;")) {
            for (AbstractInsnNode inner : flow.reachingDefinitions(call, 0)) {
                if (inner instanceof FieldInsnNode field) {
                    return SameSite.of(field.name);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the value of an operand if it has exactly one on the call chain of the name. */
    private Optional<AbstractValue> singleValue(Operand operand, CallChain callChain) {
        Optional<AbstractValue> single = Optional.empty();
        for (ResolvedValue found : values.resolveAnew(operand)) {
            if (found.callChain().isCompatibleWith(callChain)) {
                if (single.isPresent() && !single.get().equals(found.value())) {
                    return Optional.empty();
                }
                single = Optional.of(found.value());
            }
        }
        return single;
    }

    private Optional<Long> seconds(AbstractValue value) {
        if (value instanceof AbstractValue.IntConstant number) {
            return Optional.of(number.value());
        }
        if (value instanceof AbstractValue.Text text && text.template().matches("-?[0-9]{1,12}")) {
            return Optional.of(Long.parseLong(text.template()));
        }
        if (!(value instanceof AbstractValue.AllocatedObject object)) {
            return Optional.empty();
        }
        if (object.insn() instanceof FieldInsnNode field) {
            return field.owner.equals("java/time/Duration") && field.name.equals("ZERO")
                    ? Optional.of(0L)
                    : Optional.empty();
        }
        if (!(object.insn() instanceof MethodInsnNode call)) {
            return Optional.empty();
        }
        long unit = switch (call.owner + '.' + call.name) {
            case "java/time/Duration.ofSeconds" -> 1;
            case "java/time/Duration.ofMinutes" -> 60;
            case "java/time/Duration.ofHours" -> 3_600;
            case "java/time/Duration.ofDays" -> 86_400;
            case "java/time/Duration.getSeconds", "java/time/Duration.toSeconds" -> -1;
            default -> timeUnitSeconds(object, call);
        };
        if (unit == 0) {
            return Optional.empty();
        }
        List<ResolvedValue> inner = values.resolve(
                CallSite.of(object.flow(), call, object.context()).argument(0));
        if (unit < 0) {
            return inner.size() == 1 ? seconds(inner.get(0).value()) : Optional.empty();
        }
        if (timeUnitSeconds(object, call) > 0) {
            inner = values.resolve(
                    CallSite.of(object.flow(), call, object.context()).argument(1));
        }
        return inner.size() == 1 && inner.get(0).value() instanceof AbstractValue.IntConstant number
                ? Optional.of(number.value() * unit)
                : Optional.empty();
    }

    // TimeUnit.DAYS.toSeconds(30).
    private static long timeUnitSeconds(AbstractValue.AllocatedObject object, MethodInsnNode call) {
        if (!call.owner.equals("java/util/concurrent/TimeUnit") || !call.name.equals("toSeconds")) {
            return 0;
        }
        for (AbstractInsnNode unit : object.flow().reachingDefinitions(call, 2)) {
            if (unit instanceof FieldInsnNode field) {
                return switch (field.name) {
                    case "SECONDS" -> 1;
                    case "MINUTES" -> 60;
                    case "HOURS" -> 3_600;
                    case "DAYS" -> 86_400;
                    default -> 0;
                };
            }
        }
        return 0;
    }

    private boolean isPast(Operand operand, CallChain callChain) {
        Optional<AbstractValue> value = singleValue(operand, callChain);
        if (value.isEmpty() || !(value.get() instanceof AbstractValue.AllocatedObject object)) {
            return false;
        }
        if (object.insn() instanceof FieldInsnNode field) {
            return field.name.equals("EPOCH");
        }
        for (AbstractInsnNode next = object.insn(); next != null; next = next.getNext()) {
            if (next instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && call.owner.equals("java/util/Date")
                    && call.desc.equals("(J)V")) {
                List<ResolvedValue> time = values.resolve(
                        CallSite.of(object.flow(), call, object.context()).argument(1));
                return time.size() == 1
                        && time.get(0).value() instanceof AbstractValue.IntConstant number
                        && CookieDate.isPast((double) number.value());
            }
        }
        return false;
    }
}
