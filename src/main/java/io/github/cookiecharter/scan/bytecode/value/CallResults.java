package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallResolver;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
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
final class CallResults {

    private final ConstantPropagation values;
    private final SinkTable sinks;
    private final CallResolver dispatch;
    private final JdkSummaries jdk;
    private final NameBasedSummaries shapes;

    CallResults(ConstantPropagation values, SinkTable sinks) {
        this.values = values;
        this.sinks = sinks;
        this.dispatch = new CallResolver(values.index());
        this.jdk = new JdkSummaries(values);
        this.shapes = new NameBasedSummaries(values);
    }

    /** A new object; a new string is the text it is made of. */
    List<ResolvedValue> allocated(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
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
            return ResolvedValue.UNKNOWN;
        }
        return ResolvedValue.only(new AbstractValue.Thing(flow, insn, context));
    }

    List<ResolvedValue> of(MethodDataFlow flow, InvokeDynamicInsnNode call, CallContext context) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return ResolvedValue.only(new AbstractValue.Thing(flow, call, context));
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        List<Operand> operands = CallSite.stacked(flow, call, types.length, context);
        List<List<ResolvedValue>> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(StringOperations.of(values.of(operands.get(i)), types[i].getDescriptor()));
        }
        List<String> constants = new ArrayList<>();
        for (int i = 1; i < call.bsmArgs.length; i++) {
            constants.add(String.valueOf(call.bsmArgs[i]));
        }
        String recipe =
                call.bsmArgs.length > 0 && call.bsmArgs[0] instanceof String text ? text : "\1".repeat(types.length);
        return StringOperations.recipe(recipe, arguments, constants);
    }

    List<ResolvedValue> of(MethodDataFlow flow, MethodInsnNode call, CallContext context) {
        CallSite site = CallSite.of(flow, call, context);
        if (CookieHeaders.of(call)) {
            return CookieHeaders.made(values, site, call);
        }
        Optional<List<ResolvedValue>> known = jdk.of(site, call);
        if (known.isPresent()) {
            return known.get();
        }
        if (sinks.knows(call.owner)) {
            return isName(call)
                    ? ResolvedValue.only(AbstractValue.Nothing.COPIED)
                    : ResolvedValue.only(new AbstractValue.Thing(flow, call, context));
        }
        if (isName(call) && !isMade(values.of(site.argument(0)))) {
            return ResolvedValue.only(AbstractValue.Nothing.COPIED);
        }
        if (call.name.equals("toString") && call.desc.startsWith("()") && isCopied(values.of(site.argument(0)))) {
            return ResolvedValue.only(AbstractValue.Nothing.COPIED);
        }
        List<ResolvedValue> results = entered(site, call, context);
        boolean unclear = results.isEmpty() || isUnknown(results);
        if (unclear) {
            List<ResolvedValue> byDefault = annotated(call);
            if (!byDefault.isEmpty()) {
                return byDefault;
            }
            List<ResolvedValue> byShape = shapes.of(site, call);
            if (!byShape.isEmpty()) {
                return byShape;
            }
            if (isName(call)) {
                return ResolvedValue.only(AbstractValue.Nothing.COPIED);
            }
        }
        return results.isEmpty() ? ResolvedValue.only(new AbstractValue.Thing(flow, call, context)) : results;
    }

    /** What an annotation's method gives where nobody says otherwise: a configuration may be one, as in OSGi. */
    private List<ResolvedValue> annotated(MethodInsnNode call) {
        return call.desc.equals("()Ljava/lang/String;")
                ? values.index()
                        .parse(call.owner)
                        .flatMap(type -> type.method(call.name, call.desc))
                        .map(method -> method.annotationDefault instanceof String text
                                ? ResolvedValue.text(text)
                                : List.<ResolvedValue>of())
                        .orElse(List.of())
                : List.of();
    }

    /** Whether it is seen where the object is made, so that what it was made with is no copy. */
    private static boolean isMade(List<ResolvedValue> objects) {
        for (ResolvedValue found : objects) {
            if (found.value() instanceof AbstractValue.Thing thing
                    && (thing.insn().getOpcode() == Opcodes.NEW || thing.insn() instanceof ParameterInstruction)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopied(List<ResolvedValue> values) {
        return values.size() == 1 && values.get(0).value() == AbstractValue.Nothing.COPIED;
    }

    private static boolean isUnknown(List<ResolvedValue> results) {
        for (ResolvedValue found : results) {
            if (found.value() != AbstractValue.Nothing.UNKNOWN && found.value() != AbstractValue.Nothing.NULL) {
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

    private List<ResolvedValue> entered(CallSite site, MethodInsnNode call, CallContext context) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        List<MethodDataFlow> targets = dispatch.declared(call);
        boolean isVirtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        if (isVirtual && targets.size() != 1) {
            List<MethodDataFlow> exact = new ArrayList<>();
            boolean complete = true;
            for (ResolvedValue receiver : values.of(site.argument(0))) {
                if (receiver.value() instanceof AbstractValue.Thing thing
                        && thing.insn() instanceof InvokeDynamicInsnNode lambda) {
                    all.addAll(lambda(thing, lambda, site, context));
                } else if (receiver.value() instanceof AbstractValue.Thing thing
                        && thing.insn() instanceof TypeInsnNode type
                        && type.getOpcode() == Opcodes.NEW) {
                    for (MethodDataFlow target : dispatch.exact(type.desc, call.name, call.desc)) {
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
        for (MethodDataFlow target : targets) {
            int kept = values.keep(left--);
            all.addAll(returned(target, site.arguments(), context));
            values.release(kept);
        }
        return ConstantPropagation.limited(all);
    }

    private List<ResolvedValue> lambda(
            AbstractValue.Thing function, InvokeDynamicInsnNode insn, CallSite site, CallContext context) {
        Optional<Handle> handle = LambdaResolver.target(insn);
        if (handle.isEmpty()) {
            return List.of();
        }
        List<Operand> arguments = new ArrayList<>(CallSite.captured(function.flow(), insn, function.context()));
        arguments.addAll(site.arguments().subList(1, site.arguments().size()));
        Set<ResolvedValue> all = new LinkedHashSet<>();
        Handle target = handle.get();
        for (MethodDataFlow flow : dispatch.exact(target.getOwner(), target.getName(), target.getDesc())) {
            all.addAll(returned(flow, arguments, context));
        }
        return ConstantPropagation.limited(all);
    }

    /** What a function without parameters gives back. */
    List<ResolvedValue> supplied(AbstractValue.Thing function) {
        if (!(function.insn() instanceof InvokeDynamicInsnNode lambda)) {
            return List.of();
        }
        CallSite site = new CallSite(function.flow(), lambda, List.of(new Operand.Nowhere()));
        return lambda(function, lambda, site, function.context());
    }

    /** What a method returns when it is called with these. */
    private List<ResolvedValue> returned(MethodDataFlow target, List<Operand> arguments, CallContext context) {
        Optional<CallContext> inner = context.enter(target, arguments);
        if (inner.isEmpty()) {
            return ResolvedValue.UNKNOWN;
        }
        List<AbstractInsnNode> ends = new ArrayList<>();
        for (AbstractInsnNode insn : target.method().instructions) {
            int opcode = insn.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN && target.isLive(insn)) {
                ends.add(insn);
            }
        }
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (int i = 0; i < ends.size(); i++) {
            int kept = values.keep(ends.size() - i);
            all.addAll(values.of(new Operand.Stacked(target, ends.get(i), 0, inner.get())));
            values.release(kept);
        }
        return ConstantPropagation.limited(all);
    }
}
