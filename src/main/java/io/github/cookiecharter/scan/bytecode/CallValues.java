package io.github.cookiecharter.scan.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What a call gives back. */
final class CallValues {

    private final Values values;
    private final Sinks sinks;
    private final Dispatch dispatch;
    private final JdkCalls jdk;
    private final Shapes shapes;

    CallValues(Values values, Sinks sinks) {
        this.values = values;
        this.sinks = sinks;
        this.dispatch = new Dispatch(values.index());
        this.jdk = new JdkCalls(values);
        this.shapes = new Shapes(values);
    }

    /** A new object; a new string is the text it is made of. */
    List<Found> allocated(Flow flow, AbstractInsnNode insn, Context context) {
        if (insn instanceof TypeInsnNode type && type.desc.equals("java/lang/String")) {
            for (AbstractInsnNode next = insn; next != null; next = next.getNext()) {
                if (next instanceof MethodInsnNode call
                        && call.name.equals("<init>")
                        && call.desc.equals("(Ljava/lang/String;)V")
                        && flow.isLive(call)
                        && flow.producers(call, 1).contains(insn)) {
                    return values.of(new Operand.Stacked(flow, call, 0, context));
                }
            }
            return Found.UNKNOWN;
        }
        return Found.only(new Value.Thing(flow, insn, context));
    }

    List<Found> of(Flow flow, InvokeDynamicInsnNode call, Context context) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return Found.only(new Value.Thing(flow, call, context));
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        List<Operand> operands = Site.stacked(flow, call, types.length, context);
        List<List<Found>> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(Texts.of(values.of(operands.get(i)), types[i].getDescriptor()));
        }
        List<String> constants = new ArrayList<>();
        for (int i = 1; i < call.bsmArgs.length; i++) {
            constants.add(String.valueOf(call.bsmArgs[i]));
        }
        String recipe =
                call.bsmArgs.length > 0 && call.bsmArgs[0] instanceof String text ? text : "\1".repeat(types.length);
        return Texts.recipe(recipe, arguments, constants);
    }

    List<Found> of(Flow flow, MethodInsnNode call, Context context) {
        Site site = Site.of(flow, call, context);
        if (CookieTexts.of(call)) {
            return CookieTexts.made(values, site, call);
        }
        Optional<List<Found>> known = jdk.of(site, call);
        if (known.isPresent()) {
            return known.get();
        }
        if (sinks.knows(call.owner)) {
            return isName(call) ? Found.only(Value.Nothing.COPIED) : Found.only(new Value.Thing(flow, call, context));
        }
        if (isName(call) && !isMade(values.of(site.argument(0)))) {
            return Found.only(Value.Nothing.COPIED);
        }
        if (call.name.equals("toString") && call.desc.startsWith("()") && isCopied(values.of(site.argument(0)))) {
            return Found.only(Value.Nothing.COPIED);
        }
        List<Found> results = entered(site, call, context);
        boolean unclear = results.isEmpty() || isUnknown(results);
        if (unclear) {
            List<Found> byDefault = annotated(call);
            if (!byDefault.isEmpty()) {
                return byDefault;
            }
            List<Found> byShape = shapes.of(site, call);
            if (!byShape.isEmpty()) {
                return byShape;
            }
            if (isName(call)) {
                return Found.only(Value.Nothing.COPIED);
            }
        }
        return results.isEmpty() ? Found.only(new Value.Thing(flow, call, context)) : results;
    }

    /** What an annotation's method gives where nobody says otherwise: a configuration may be one, as in OSGi. */
    private List<Found> annotated(MethodInsnNode call) {
        return call.desc.equals("()Ljava/lang/String;")
                ? values.index()
                        .parse(call.owner)
                        .flatMap(type -> type.method(call.name, call.desc))
                        .map(method ->
                                method.annotationDefault instanceof String text ? Found.text(text) : List.<Found>of())
                        .orElse(List.of())
                : List.of();
    }

    /** Whether it is seen where the object is made, so that what it was made with is no copy. */
    private static boolean isMade(List<Found> objects) {
        for (Found found : objects) {
            if (found.value() instanceof Value.Thing thing
                    && (thing.insn().getOpcode() == Opcodes.NEW || thing.insn() instanceof Parameter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopied(List<Found> values) {
        return values.size() == 1 && values.get(0).value() == Value.Nothing.COPIED;
    }

    private static boolean isUnknown(List<Found> results) {
        for (Found found : results) {
            if (found.value() != Value.Nothing.UNKNOWN && found.value() != Value.Nothing.NULL) {
                return false;
            }
        }
        return true;
    }

    /** Whether this asks a cookie for its name. */
    private boolean isName(MethodInsnNode call) {
        return (call.name.equals("getName") || call.name.equals("name"))
                && call.desc.startsWith("()L")
                && call.owner.substring(call.owner.lastIndexOf('/') + 1).endsWith("Cookie")
                && values.isOfApi(call.owner);
    }

    private List<Found> entered(Site site, MethodInsnNode call, Context context) {
        Set<Found> all = new LinkedHashSet<>();
        List<Flow> targets = dispatch.declared(call);
        boolean isVirtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        if (isVirtual && targets.size() != 1) {
            List<Flow> exact = new ArrayList<>();
            boolean complete = true;
            for (Found receiver : values.of(site.argument(0))) {
                if (receiver.value() instanceof Value.Thing thing
                        && thing.insn() instanceof InvokeDynamicInsnNode lambda) {
                    all.addAll(lambda(thing, lambda, site, context));
                } else if (receiver.value() instanceof Value.Thing thing
                        && thing.insn() instanceof TypeInsnNode type
                        && type.getOpcode() == Opcodes.NEW) {
                    for (Flow target : dispatch.exact(type.desc, call.name, call.desc)) {
                        if (!exact.contains(target)) {
                            exact.add(target);
                        }
                    }
                } else {
                    complete = false;
                }
            }
            targets = complete && !exact.isEmpty() ? exact : targets;
        }
        int left = targets.size();
        for (Flow target : targets) {
            int kept = values.keep(left--);
            all.addAll(returned(target, site.arguments(), context));
            values.release(kept);
        }
        return Values.limited(all);
    }

    private List<Found> lambda(Value.Thing function, InvokeDynamicInsnNode insn, Site site, Context context) {
        Optional<Handle> handle = References.target(insn);
        if (handle.isEmpty()) {
            return List.of();
        }
        List<Operand> arguments = new ArrayList<>(Site.captured(function.flow(), insn, function.context()));
        arguments.addAll(site.arguments().subList(1, site.arguments().size()));
        Set<Found> all = new LinkedHashSet<>();
        Handle target = handle.get();
        for (Flow flow : dispatch.exact(target.getOwner(), target.getName(), target.getDesc())) {
            all.addAll(returned(flow, arguments, context));
        }
        return Values.limited(all);
    }

    /** What a function without parameters gives back. */
    List<Found> supplied(Value.Thing function) {
        if (!(function.insn() instanceof InvokeDynamicInsnNode lambda)) {
            return List.of();
        }
        Site site = new Site(function.flow(), lambda, List.of(new Operand.Nowhere()));
        return lambda(function, lambda, site, function.context());
    }

    /** What a method returns when it is called with these. */
    private List<Found> returned(Flow target, List<Operand> arguments, Context context) {
        Optional<Context> inner = context.enter(target, arguments);
        if (inner.isEmpty()) {
            return Found.UNKNOWN;
        }
        List<AbstractInsnNode> ends = new ArrayList<>();
        for (AbstractInsnNode insn : target.method().instructions) {
            int opcode = insn.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN && target.isLive(insn)) {
                ends.add(insn);
            }
        }
        Set<Found> all = new LinkedHashSet<>();
        for (int i = 0; i < ends.size(); i++) {
            int kept = values.keep(ends.size() - i);
            all.addAll(values.of(new Operand.Stacked(target, ends.get(i), 0, inner.get())));
            values.release(kept);
        }
        return Values.limited(all);
    }
}
