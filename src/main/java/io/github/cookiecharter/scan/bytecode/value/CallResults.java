package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.DataLibraries;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Resolves the results of calls: by the summaries of known methods, by the code of the target, or by its name. */
final class CallResults {

    private final ValueResolver resolver;
    private final ClassIndex index;
    private final SinkTable sinks;
    private final ConfigurationCalls configured;
    private final MethodReturns returns;
    private final JdkSummaries jdkSummaries;
    private final NameBasedSummaries nameBasedSummaries;

    CallResults(
            ValueResolver resolver,
            ClassIndex index,
            SinkTable sinks,
            CollectionModel collections,
            ConfigurationCalls configured,
            MethodReturns returns) {
        this.resolver = resolver;
        this.index = index;
        this.sinks = sinks;
        this.configured = configured;
        this.returns = returns;
        this.nameBasedSummaries = new NameBasedSummaries(resolver);
        this.jdkSummaries = new JdkSummaries(resolver, index, collections, returns, nameBasedSummaries);
    }

    /** Resolves an allocation; {@code new String(text)} is the text. */
    List<ResolvedValue> resolveAllocation(MethodDataFlow flow, AbstractInsnNode insn, CallContext context) {
        if (insn instanceof TypeInsnNode type && type.desc.equals("java/lang/String")) {
            for (AbstractInsnNode next = insn; next != null; next = next.getNext()) {
                if (next instanceof MethodInsnNode call
                        && call.name.equals("<init>")
                        && call.desc.equals("(Ljava/lang/String;)V")
                        && flow.isReachable(call)
                        && flow.reachingDefinitions(call, 1).contains(insn)) {
                    return resolver.resolve(new Operand.Stacked(flow, call, 0, context));
                }
            }
            return ResolvedValue.UNKNOWN;
        }
        return ResolvedValue.single(new AbstractValue.AllocatedObject(flow, insn, context));
    }

    List<ResolvedValue> resolveDynamic(MethodDataFlow flow, InvokeDynamicInsnNode call, CallContext context) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return ResolvedValue.single(new AbstractValue.AllocatedObject(flow, call, context));
        }
        Type[] types = Type.getArgumentTypes(call.desc);
        List<Operand> operands = CallSite.stackOperands(flow, call, types.length, context);
        List<List<ResolvedValue>> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(StringOperations.toTexts(resolver.resolve(operands.get(i)), types[i].getDescriptor()));
        }
        List<String> constants = new ArrayList<>();
        for (int i = 1; i < call.bsmArgs.length; i++) {
            constants.add(String.valueOf(call.bsmArgs[i]));
        }
        String recipe =
                call.bsmArgs.length > 0 && call.bsmArgs[0] instanceof String text ? text : "\1".repeat(types.length);
        return StringOperations.concatRecipe(recipe, arguments, constants);
    }

    List<ResolvedValue> resolve(MethodDataFlow flow, MethodInsnNode call, CallContext context) {
        CallSite site = CallSite.of(flow, call, context);
        if (CookieHeaders.readsOwnHeader(site, call, resolver)) {
            return ResolvedValue.single(AbstractValue.Special.COPIED_NAME);
        }
        if (CookieHeaders.isCookieHeader(call)) {
            return CookieHeaders.resolve(resolver, site, call);
        }
        Optional<List<ResolvedValue>> read = configured.resolve(site, call);
        if (read.isPresent()) {
            return read.get();
        }
        Optional<List<ResolvedValue>> known = jdkSummaries.resolve(site, call);
        if (known.isPresent()) {
            return known.get();
        }
        if (DataLibraries.contains(call.owner)) {
            List<ResolvedValue> byDefault = nameBasedSummaries.resolveDataDefault(site, call);
            return byDefault.isEmpty()
                    ? ResolvedValue.single(new AbstractValue.AllocatedObject(flow, call, context))
                    : byDefault;
        }
        if (sinks.isListed(call.owner)) {
            return isCookieNameGetter(call)
                    ? ResolvedValue.single(AbstractValue.Special.COPIED_NAME)
                    : ResolvedValue.single(new AbstractValue.AllocatedObject(flow, call, context));
        }
        if (isCookieNameGetter(call) && !isAllocationVisible(resolver.resolve(site.argument(0)))) {
            return ResolvedValue.single(AbstractValue.Special.COPIED_NAME);
        }
        if (call.name.equals("toString")
                && call.desc.startsWith("()")
                && isCopiedName(resolver.resolve(site.argument(0)))) {
            return ResolvedValue.single(AbstractValue.Special.COPIED_NAME);
        }
        List<ResolvedValue> results = returns.resolveCall(site, call, context);
        boolean unclear = results.isEmpty() || isUnknown(results);
        if (unclear) {
            List<ResolvedValue> byDefault = annotationDefault(call);
            if (!byDefault.isEmpty()) {
                return byDefault;
            }
            List<ResolvedValue> byName = nameBasedSummaries.resolve(site, call);
            if (!byName.isEmpty()) {
                return byName;
            }
            if (isCookieNameGetter(call)) {
                return ResolvedValue.single(AbstractValue.Special.COPIED_NAME);
            }
        }
        return results.isEmpty()
                ? ResolvedValue.single(new AbstractValue.AllocatedObject(flow, call, context))
                : results;
    }

    /** Returns the default of an annotation's element: a configuration may be an annotation, as in OSGi. */
    private List<ResolvedValue> annotationDefault(MethodInsnNode call) {
        return call.desc.equals("()Ljava/lang/String;")
                ? index.load(call.owner)
                        .flatMap(type -> type.method(call.name, call.desc))
                        .map(method -> method.annotationDefault instanceof String text
                                ? ResolvedValue.text(text)
                                : List.<ResolvedValue>of())
                        .orElse(List.of())
                : List.of();
    }

    /** Returns whether the allocation of the object is known, so that its name is no copy. */
    private static boolean isAllocationVisible(List<ResolvedValue> objects) {
        for (ResolvedValue found : objects) {
            if (found.value() instanceof AbstractValue.AllocatedObject allocated
                    && (allocated.insn().getOpcode() == Opcodes.NEW
                            || allocated.insn() instanceof ParameterInstruction)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopiedName(List<ResolvedValue> values) {
        return values.size() == 1 && values.get(0).value() == AbstractValue.Special.COPIED_NAME;
    }

    private static boolean isUnknown(List<ResolvedValue> results) {
        for (ResolvedValue found : results) {
            if (found.value() != AbstractValue.Special.UNKNOWN && found.value() != AbstractValue.Special.NULL) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a call reads the name of a cookie. */
    private boolean isCookieNameGetter(MethodInsnNode call) {
        return (call.name.equals("getName") || call.name.equals("name"))
                && call.desc.startsWith("()L")
                && call.owner.substring(call.owner.lastIndexOf('/') + 1).endsWith("Cookie")
                && sinks.isCookieApi(call.owner, index);
    }
}
