package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the sinks that code looks up by reflection or as a method handle. */
final class ReflectiveCalls {

    private static final Set<String> CONSTRUCTOR_GETTERS = Set.of("getConstructor", "getDeclaredConstructor");
    private static final Set<String> METHOD_GETTERS = Set.of("getMethod", "getDeclaredMethod");
    private static final Set<String> INVOKERS = Set.of("newInstance", "invoke");

    private final ConstantPropagation values;
    private final SinkTable sinks;

    ReflectiveCalls(ConstantPropagation values, SinkTable sinks) {
        this.values = values;
        this.sinks = sinks;
    }

    static boolean isLookUp(MethodInsnNode call) {
        return (call.owner.equals("java/lang/Class")
                        && (CONSTRUCTOR_GETTERS.contains(call.name) || METHOD_GETTERS.contains(call.name)))
                || (call.owner.equals("java/lang/invoke/MethodHandles$Lookup") && call.name.startsWith("find"));
    }

    /** Adds the sinks that a look-up finds: with their names where the call is in the same method, else without. */
    void add(MethodDataFlow flow, MethodInsnNode call, List<SinkCall> found) {
        CallSite site = CallSite.of(flow, call, CallContext.TOP);
        boolean isHandle = !call.owner.equals("java/lang/Class");
        for (ResolvedValue type : values.resolveAnew(site.argument(isHandle ? 1 : 0))) {
            if (!(type.value() instanceof AbstractValue.ClassLiteral literal)) {
                continue;
            }
            for (Sink sink : sinks(literal.name(), call, site, isHandle)) {
                List<SinkCall> calls = isHandle ? List.of() : invocations(sink, flow, call);
                if (calls.isEmpty()) {
                    found.add(new SinkCall(sink, Sink.ArgumentRole.CONFIGURED_NAME, flow, call, new Operand.Unknown()));
                } else {
                    found.addAll(calls);
                }
                return;
            }
        }
    }

    private List<Sink> sinks(String type, MethodInsnNode call, CallSite site, boolean isHandle) {
        List<Sink> matching = new ArrayList<>();
        for (String method : methodNames(call, site, isHandle)) {
            for (Sink sink : sinks.find(
                    method, owner -> owner.equals(type) || values.index().isA(type, owner))) {
                if (!sink.role().isHeaderName() && sink.role() != Sink.ArgumentRole.DELETED_NAMES) {
                    matching.add(sink);
                }
            }
        }
        return matching;
    }

    private List<String> methodNames(MethodInsnNode call, CallSite site, boolean isHandle) {
        if (CONSTRUCTOR_GETTERS.contains(call.name) || call.name.equals("findConstructor")) {
            return List.of("<init>");
        }
        List<String> names = new ArrayList<>();
        for (ResolvedValue name : values.resolveAnew(site.argument(isHandle ? 2 : 1))) {
            if (name.value() instanceof AbstractValue.Text text && text.isLiteral()) {
                names.add(text.template());
            }
        }
        return names;
    }

    private static List<SinkCall> invocations(Sink sink, MethodDataFlow flow, MethodInsnNode lookUp) {
        List<SinkCall> found = new ArrayList<>();
        for (AbstractInsnNode insn : flow.method().instructions) {
            if (insn instanceof MethodInsnNode call && INVOKERS.contains(call.name) && flow.isReachable(call)) {
                CallSite site = CallSite.of(flow, call, CallContext.TOP);
                int count = site.arguments().size();
                if (flow.reachingDefinitions(call, count - 1).contains(lookUp)) {
                    Operand argument = new Operand.ElementAt(site.argument(count - 1), sink.argument());
                    found.add(new SinkCall(sink, sink.role(), flow, call, argument));
                }
            }
        }
        return found;
    }
}
