package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.bytecode.graph.CallContext;
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
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Reads from what the code does to a cookie with which attributes it is set, and whether it is deleted. */
final class AttributeReader {

    private final ConstantPropagation values;
    private final CookieObjects cookies;

    AttributeReader(ConstantPropagation values) {
        this.values = values;
        this.cookies = new CookieObjects(values);
    }

    /** The attributes of the cookie that is made at a place, where its name came in through a trail. */
    CookieAttributes read(SinkCall sighting, CallChain trail) {
        if (!sighting.sink().family().hasPlainAttributes()) {
            return CookieAttributes.UNKNOWN;
        }
        CookieObjects.Life life = cookies.follow(sighting, trail);
        Map<CookieAttribute, Said> said = new EnumMap<>(CookieAttribute.class);
        initial(sighting, said);
        for (CookieObjects.Touch touch : life.touches()) {
            // A later call overrules; one that may be passed by leaves both possible.
            said.put(touch.trait(), touch.always() ? Said.at(touch.operand()) : Said.MAYBE);
        }
        return judged(sighting.sink().family(), said, life.escapes(), trail);
    }

    /** What the code says of an attribute: nothing, something that may be passed by, or this. */
    private record Said(Optional<Operand> operand, boolean maybe, boolean silent) {

        static final Said NOTHING = new Said(Optional.empty(), false, true);
        static final Said MAYBE = new Said(Optional.empty(), true, false);

        static Said at(Optional<Operand> operand) {
            return new Said(operand, false, false);
        }
    }

    private static void initial(SinkCall sighting, Map<CookieAttribute, Said> said) {
        if (!(sighting.insn() instanceof MethodInsnNode call)) {
            return;
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        int strings = 0;
        if (sighting.names() == Sink.ArgumentRole.SECOND_TO_LAST_STRING) {
            while (strings < types.length && types[strings].getSort() == Type.OBJECT) {
                strings++;
            }
        }
        int shift = sighting.names() == Sink.ArgumentRole.SECOND_TO_LAST_STRING ? Math.max(0, strings - 2) : 0;
        if (isOfKotlinDefaults(types)) {
            // What the caller left out is there as 0 or null, and replaced inside.
            for (CookieAttribute trait : CookieAttribute.values()) {
                said.put(trait, Said.MAYBE);
            }
            return;
        }
        String layout = CookieAttribute.layout(sighting.sink().family(), types.length - shift);
        for (int i = 2; i < layout.length(); i++) {
            Optional<CookieAttribute> trait = CookieAttribute.ofLetter(layout.charAt(i));
            if (trait.isPresent()) {
                int fromTop = types.length - 1 - (i + shift);
                said.put(
                        trait.get(),
                        Said.at(Optional.of(new Operand.Stacked(sighting.flow(), call, fromTop, CallContext.TOP))));
            }
        }
    }

    private static boolean isOfKotlinDefaults(Type[] types) {
        return types.length > 0
                && types[types.length - 1].getDescriptor().equals("Lkotlin/jvm/internal/DefaultConstructorMarker;");
    }

    private CookieAttributes judged(
            Sink.Family family, Map<CookieAttribute, Said> said, boolean escapes, CallChain trail) {
        boolean known = !escapes;
        boolean shiro = family == Sink.Family.SHIRO;
        Optional<Lifetime> lifetime = Optional.empty();
        boolean deletes = false;
        Said age = said.getOrDefault(CookieAttribute.AGE, Said.NOTHING);
        Said expires = said.getOrDefault(CookieAttribute.EXPIRES, Said.NOTHING);
        if (age.operand().isPresent()) {
            Optional<AbstractValue> value = single(age.operand().get(), trail);
            Optional<Long> seconds = value.flatMap(this::seconds);
            deletes = seconds.isPresent() && seconds.get() == 0;
            lifetime = value.isPresent() && value.get() == AbstractValue.Special.NULL
                    ? Optional.of(new Lifetime.Session())
                    : seconds.flatMap(CookieAttributes::lifetime);
        } else if (age.silent() && expires.silent() && known) {
            lifetime = Optional.of(new Lifetime.Session());
        }
        if (expires.operand().isPresent()) {
            deletes |= isPast(expires.operand().get(), trail);
        }
        boolean httpByDefault = shiro || family == Sink.Family.PLAY;
        Optional<SameSite> sameSite = said.containsKey(CookieAttribute.SAME_SITE)
                ? site(said.getOrDefault(CookieAttribute.SAME_SITE, Said.NOTHING), trail)
                : shiro && known ? Optional.of(SameSite.LAX) : Optional.empty();
        return new CookieAttributes(
                new ObservedAttributes(
                        lifetime,
                        flag(said.getOrDefault(CookieAttribute.HTTP_ONLY, Said.NOTHING), httpByDefault, known, trail),
                        flag(said.getOrDefault(CookieAttribute.SECURE, Said.NOTHING), false, known, trail),
                        sameSite,
                        text(said.getOrDefault(CookieAttribute.DOMAIN, Said.NOTHING), trail),
                        text(said.getOrDefault(CookieAttribute.PATH, Said.NOTHING), trail)),
                deletes);
    }

    private Optional<Boolean> flag(Said said, boolean byDefault, boolean known, CallChain trail) {
        if (said.silent()) {
            return known ? Optional.of(byDefault) : Optional.empty();
        }
        if (said.maybe()) {
            return Optional.empty();
        }
        if (said.operand().isEmpty()) {
            return Optional.of(true);
        }
        return single(said.operand().get(), trail)
                .flatMap(value -> value instanceof AbstractValue.IntConstant number
                        ? Optional.of(number.value() != 0)
                        : value instanceof AbstractValue.AllocatedObject thing
                                ? booleanField(thing)
                                : Optional.empty());
    }

    private static Optional<Boolean> booleanField(AbstractValue.AllocatedObject thing) {
        if (thing.insn() instanceof FieldInsnNode field && field.owner.equals("java/lang/Boolean")) {
            return Optional.of(field.name.equals("TRUE"));
        }
        return Optional.empty();
    }

    private Optional<String> text(Said said, CallChain trail) {
        if (said.operand().isEmpty()) {
            return Optional.empty();
        }
        return single(said.operand().get(), trail)
                .flatMap(value -> value instanceof AbstractValue.Text text
                                && text.isLiteral()
                                && !text.template().isEmpty()
                        ? Optional.of(text.template())
                        : Optional.empty());
    }

    private Optional<SameSite> site(Said said, CallChain trail) {
        if (said.operand().isEmpty()) {
            return Optional.empty();
        }
        Optional<AbstractValue> value = single(said.operand().get(), trail);
        if (value.isPresent() && value.get() instanceof AbstractValue.Text text) {
            return SameSite.of(text.template());
        }
        Operand operand = said.operand().get();
        if (operand instanceof Operand.Stacked stacked) {
            Set<AbstractInsnNode> producers = stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop());
            if (producers.size() == 1) {
                return constant(stacked.flow(), producers.iterator().next());
            }
        }
        return Optional.empty();
    }

    // SameSite.LAX, or a method of it that gives its word.
    private static Optional<SameSite> constant(MethodDataFlow flow, AbstractInsnNode producer) {
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

    /** The one value that an operand has where the name came in through the trail. */
    private Optional<AbstractValue> single(Operand operand, CallChain trail) {
        Optional<AbstractValue> single = Optional.empty();
        for (ResolvedValue found : values.resolveAnew(operand)) {
            if (found.callChain().isCompatibleWith(trail)) {
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
        if (!(value instanceof AbstractValue.AllocatedObject thing)) {
            return Optional.empty();
        }
        if (thing.insn() instanceof FieldInsnNode field) {
            return field.owner.equals("java/time/Duration") && field.name.equals("ZERO")
                    ? Optional.of(0L)
                    : Optional.empty();
        }
        if (!(thing.insn() instanceof MethodInsnNode call)) {
            return Optional.empty();
        }
        long unit = switch (call.owner + '.' + call.name) {
            case "java/time/Duration.ofSeconds" -> 1;
            case "java/time/Duration.ofMinutes" -> 60;
            case "java/time/Duration.ofHours" -> 3_600;
            case "java/time/Duration.ofDays" -> 86_400;
            case "java/time/Duration.getSeconds", "java/time/Duration.toSeconds" -> -1;
            default -> toSeconds(thing, call);
        };
        if (unit == 0) {
            return Optional.empty();
        }
        List<ResolvedValue> inner =
                values.resolve(CallSite.of(thing.flow(), call, thing.context()).argument(0));
        if (unit < 0) {
            return inner.size() == 1 ? seconds(inner.get(0).value()) : Optional.empty();
        }
        if (toSeconds(thing, call) > 0) {
            inner = values.resolve(
                    CallSite.of(thing.flow(), call, thing.context()).argument(1));
        }
        return inner.size() == 1 && inner.get(0).value() instanceof AbstractValue.IntConstant number
                ? Optional.of(number.value() * unit)
                : Optional.empty();
    }

    // TimeUnit.DAYS.toSeconds(30).
    private static long toSeconds(AbstractValue.AllocatedObject thing, MethodInsnNode call) {
        if (!call.owner.equals("java/util/concurrent/TimeUnit") || !call.name.equals("toSeconds")) {
            return 0;
        }
        for (AbstractInsnNode unit : thing.flow().reachingDefinitions(call, 2)) {
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

    private boolean isPast(Operand operand, CallChain trail) {
        Optional<AbstractValue> value = single(operand, trail);
        if (value.isEmpty() || !(value.get() instanceof AbstractValue.AllocatedObject thing)) {
            return false;
        }
        if (thing.insn() instanceof FieldInsnNode field) {
            return field.name.equals("EPOCH");
        }
        for (AbstractInsnNode next = thing.insn(); next != null; next = next.getNext()) {
            if (next instanceof MethodInsnNode call
                    && call.name.equals("<init>")
                    && call.owner.equals("java/util/Date")
                    && call.desc.equals("(J)V")) {
                List<ResolvedValue> time = values.resolve(
                        CallSite.of(thing.flow(), call, thing.context()).argument(1));
                return time.size() == 1
                        && time.get(0).value() instanceof AbstractValue.IntConstant number
                        && CookieDate.isPast((double) number.value());
            }
        }
        return false;
    }
}
