package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.graph.CallContext;
import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.LambdaResolver;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.bytecode.value.ConstantPropagation;
import io.github.cookiecharter.scan.bytecode.value.ResolvedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds the calls to sinks in a class. */
public final class SinkFinder {

    private static final String STRING = "Ljava/lang/String;";

    private final ClassIndex index;
    private final SinkTable sinks;
    private final ConstantPropagation values;
    private final HeaderCalls headers;
    private final ReflectiveCalls reflection;

    public SinkFinder(ClassIndex index, SinkTable sinks, ConstantPropagation values) {
        this.index = index;
        this.sinks = sinks;
        this.values = values;
        this.headers = new HeaderCalls(values);
        this.reflection = new ReflectiveCalls(values, sinks);
    }

    /** Returns the calls to sinks in a method of a class, in the order of the code. */
    public List<SinkCall> find(LoadedClass type, MethodNode method) {
        List<SinkCall> found = new ArrayList<>();
        if (isSinkItself(type.name(), method.name) || isRequestCookiesGetter(method)) {
            return found;
        }
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode) {
                findInInstruction(type, method, insn, found);
            }
        }
        return found;
    }

    // The callers of an overload that delegates to another one are sinks themselves.
    private boolean isSinkItself(String owner, String method) {
        return !sinks.find(method, owner::equals).isEmpty();
    }

    // A request wrapper copies the cookies of the request; they are not sent to the browser.
    private static boolean isRequestCookiesGetter(MethodNode method) {
        return method.name.equals("getCookies")
                && method.desc.endsWith("/servlet/http/Cookie;")
                && method.desc.startsWith("()[L");
    }

    private void findInInstruction(LoadedClass type, MethodNode method, AbstractInsnNode insn, List<SinkCall> found) {
        if (insn instanceof MethodInsnNode call) {
            boolean isHeader =
                    (SinkTable.isHeaderMethod(call.owner, call.name) || SinkTable.isMapMethod(call.owner, call.name))
                            && call.desc.indexOf(';') > 0;
            List<Sink> matching =
                    matchingSinks(call.owner, call.name, call.desc, call.getOpcode() == Opcodes.INVOKESPECIAL);
            if (!isHeader && matching.isEmpty() && !ReflectiveCalls.isLookUp(call)) {
                return;
            }
            Optional<MethodDataFlow> flow = type.flow(method);
            if (flow.isEmpty() || !flow.get().isReachable(call)) {
                return;
            }
            CallSite site = CallSite.of(flow.get(), call, CallContext.TOP);
            int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            for (Sink sink : matching) {
                if (!isOwnConstructor(type, flow.get(), call, site)
                        && !isDelegation(sink, flow.get(), site, receiver)) {
                    addSinkCall(sink, flow.get(), call, call.desc, site, receiver, found);
                }
            }
            if (isHeader && matching.isEmpty()) {
                headers.addByName(flow.get(), call, site, receiver, found);
            } else if (ReflectiveCalls.isLookUp(call)) {
                reflection.add(flow.get(), call, found);
            }
        } else if (insn instanceof InvokeDynamicInsnNode reference) {
            Optional<Handle> target = LambdaResolver.target(reference);
            if (target.isEmpty()) {
                return;
            }
            Handle handle = target.get();
            for (Sink sink : matchingSinks(handle.getOwner(), handle.getName(), handle.getDesc(), false)) {
                Optional<MethodDataFlow> flow = type.flow(method);
                if (flow.isPresent() && flow.get().isReachable(reference)) {
                    int receiver = handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
                    for (CallSite site : values.callGraph().lambdas().callSites(flow.get(), reference)) {
                        addSinkCall(sink, site.flow(), site.insn(), handle.getDesc(), site, receiver, found);
                    }
                }
            }
        }
    }

    private List<Sink> matchingSinks(String owner, String name, String descriptor, boolean isSpecial) {
        List<Sink> candidates = sinks.find(
                name, sink -> sink.equals(owner) || (!name.equals("<init>") && !isSpecial && index.isA(owner, sink)));
        List<Sink> matching = new ArrayList<>();
        for (Sink sink : candidates) {
            if (sink.accepts(descriptor)) {
                matching.add(sink);
            }
        }
        return matching;
    }

    // this(...) in a class of the table.
    private static boolean isOwnConstructor(LoadedClass type, MethodDataFlow flow, MethodInsnNode call, CallSite site) {
        return call.name.equals("<init>") && type.name().equals(call.owner) && isThis(flow, call, site);
    }

    // The callers of a wrapper whose method delegates to the wrapped one are sinks themselves.
    private boolean isDelegation(Sink sink, MethodDataFlow flow, CallSite site, int receiver) {
        MethodNode method = flow.method();
        if (method.name.equals("<init>")
                || !method.name.equals(sink.method())
                || !index.isA(flow.owner().name(), sink.owner())) {
            return false;
        }
        int name = receiver + sink.argument();
        Set<AbstractInsnNode> producers =
                flow.reachingDefinitions(site.insn(), site.arguments().size() - 1 - name);
        for (AbstractInsnNode producer : producers) {
            if (!(producer instanceof ParameterInstruction)) {
                return false;
            }
        }
        return !producers.isEmpty();
    }

    private static boolean isThis(MethodDataFlow flow, MethodInsnNode call, CallSite site) {
        for (AbstractInsnNode producer :
                flow.reachingDefinitions(call, site.arguments().size() - 1)) {
            if (producer instanceof ParameterInstruction) {
                return true;
            }
        }
        return false;
    }

    private void addSinkCall(
            Sink sink,
            MethodDataFlow flow,
            AbstractInsnNode insn,
            String descriptor,
            CallSite site,
            int receiver,
            List<SinkCall> found) {
        Type[] types = Type.getArgumentTypes(descriptor);
        int argument = sink.argument();
        if (sink.role() == Sink.ArgumentRole.SECOND_TO_LAST_STRING) {
            int strings = 0;
            while (strings < types.length && types[strings].getDescriptor().equals(STRING)) {
                strings++;
            }
            argument = strings - 2;
        }
        if (argument < 0 || argument >= types.length) {
            return;
        }
        Operand operand = site.argument(receiver + argument);
        String type = types[argument].getDescriptor();
        if (sink.role().isHeaderName()) {
            if (argument + 1 < types.length) {
                Operand[] entry = {operand, site.argument(receiver + argument + 1)};
                headers.addEntry(sink, flow, insn, types[argument + 1], entry, found);
            }
        } else if (sink.role() == Sink.ArgumentRole.COOKIE_OBJECT) {
            addCookieObject(sink, flow, insn, types[argument], operand, found);
        } else if (sink.role() == Sink.ArgumentRole.DELETED_NAMES) {
            Operand names = types[argument].getSort() == Type.ARRAY ? new Operand.ElementOf(operand) : operand;
            found.add(new SinkCall(sink, sink.role(), flow, insn, names));
        } else if (type.equals(STRING) || type.equals("Ljava/lang/CharSequence;")) {
            found.add(new SinkCall(sink, sink.role(), flow, insn, operand));
        } else if (isRest(sink.family()) && type.endsWith("/Cookie;")) {
            addCopiedCookie(sink, flow, insn, operand, found);
        }
    }

    private static void addCookieObject(
            Sink sink, MethodDataFlow flow, AbstractInsnNode insn, Type type, Operand operand, List<SinkCall> found) {
        if (type.getSort() == Type.ARRAY) {
            found.add(new SinkCall(sink, sink.role(), flow, insn, new Operand.ElementOf(operand)));
        } else if (type.getSort() == Type.OBJECT && !type.getInternalName().startsWith("java/lang/")) {
            boolean isMany = type.getInternalName().startsWith("java/util/");
            found.add(new SinkCall(sink, sink.role(), flow, insn, isMany ? new Operand.ElementOf(operand) : operand));
        }
    }

    private static boolean isRest(Sink.Family family) {
        return family == Sink.Family.REST || family == Sink.Family.RESTBUILDER;
    }

    /** A response cookie that copies a request cookie: the name is the argument of the request cookie's constructor. */
    private void addCopiedCookie(
            Sink sink, MethodDataFlow flow, AbstractInsnNode insn, Operand operand, List<SinkCall> found) {
        for (ResolvedValue cookie : values.resolveAnew(operand)) {
            if (cookie.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn() instanceof TypeInsnNode type) {
                for (AbstractInsnNode next = type; next != null; next = next.getNext()) {
                    if (next instanceof MethodInsnNode call
                            && call.name.equals("<init>")
                            && call.owner.equals(type.desc)
                            && call.desc.startsWith("(" + STRING)) {
                        CallSite site = CallSite.of(object.flow(), call, object.context());
                        found.add(new SinkCall(sink, Sink.ArgumentRole.NAME, flow, insn, site.argument(1)));
                        break;
                    }
                }
            }
        }
    }
}
