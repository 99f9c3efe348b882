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
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds in a class the calls that set cookies. */
public final class SinkFinder {

    private static final String STRING = "Ljava/lang/String;";

    private final ClassIndex index;
    private final SinkTable sinks;
    private final ConstantPropagation values;

    public SinkFinder(ClassIndex index, SinkTable sinks, ConstantPropagation values) {
        this.index = index;
        this.sinks = sinks;
        this.values = values;
    }

    public List<SinkCall> find(LoadedClass type) {
        List<SinkCall> found = new ArrayList<>();
        for (MethodNode method : type.node().methods) {
            if (isSinkItself(type.name(), method.name) || isOfRequest(method)) {
                continue;
            }
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode) {
                    findIn(type, method, insn, found);
                }
            }
        }
        return found;
    }

    // An overload that only passes on what it gets is seen at its callers.
    private boolean isSinkItself(String owner, String method) {
        return !sinks.find(method, owner::equals).isEmpty();
    }

    // What a wrapper of a request makes of the cookies that came in goes nowhere.
    private static boolean isOfRequest(MethodNode method) {
        return method.name.equals("getCookies")
                && method.desc.endsWith("/servlet/http/Cookie;")
                && method.desc.startsWith("()[L");
    }

    private void findIn(LoadedClass type, MethodNode method, AbstractInsnNode insn, List<SinkCall> found) {
        if (insn instanceof MethodInsnNode call) {
            boolean header = SinkTable.isHeaderMethod(call.owner, call.name) && call.desc.indexOf(';') > 0;
            List<Sink> fitting = fitting(call.owner, call.name, call.desc, call.getOpcode() == Opcodes.INVOKESPECIAL);
            if (!header && fitting.isEmpty()) {
                return;
            }
            Optional<MethodDataFlow> flow = type.flow(method);
            if (flow.isEmpty() || !flow.get().isReachable(call)) {
                return;
            }
            CallSite site = CallSite.of(flow.get(), call, CallContext.TOP);
            int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            for (Sink sink : fitting) {
                if (!isOwnConstructor(type, flow.get(), call, site) && !isHandedOn(sink, flow.get(), site, receiver)) {
                    named(sink, flow.get(), call, call.desc, site, receiver, found);
                }
            }
            if (header && fitting.isEmpty()) {
                header(flow.get(), call, site, receiver, found);
            }
        } else if (insn instanceof InvokeDynamicInsnNode reference) {
            Optional<Handle> target = LambdaResolver.target(reference);
            if (target.isEmpty()) {
                return;
            }
            Handle handle = target.get();
            for (Sink sink : fitting(handle.getOwner(), handle.getName(), handle.getDesc(), false)) {
                Optional<MethodDataFlow> flow = type.flow(method);
                if (flow.isPresent() && flow.get().isReachable(reference)) {
                    int receiver = handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
                    for (CallSite site : values.callGraph().lambdas().callSites(flow.get(), reference)) {
                        named(sink, site.flow(), site.insn(), handle.getDesc(), site, receiver, found);
                    }
                }
            }
        }
    }

    private List<Sink> fitting(String owner, String name, String descriptor, boolean special) {
        List<Sink> candidates = sinks.find(
                name, sink -> sink.equals(owner) || (!name.equals("<init>") && !special && index.isA(owner, sink)));
        List<Sink> fitting = new ArrayList<>();
        for (Sink sink : candidates) {
            if (sink.accepts(descriptor)) {
                fitting.add(sink);
            }
        }
        return fitting;
    }

    // this(...) in one of the table's own classes.
    private static boolean isOwnConstructor(LoadedClass type, MethodDataFlow flow, MethodInsnNode call, CallSite site) {
        return call.name.equals("<init>") && type.name().equals(call.owner) && isThis(flow, call, site);
    }

    // A wrapper whose method only passes on what it gets is seen at its callers as well.
    private boolean isHandedOn(Sink sink, MethodDataFlow flow, CallSite site, int receiver) {
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

    private void named(
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
        if (sink.role() == Sink.ArgumentRole.DELETED_NAMES) {
            Operand names = types[argument].getSort() == Type.ARRAY ? new Operand.ElementOf(operand) : operand;
            found.add(new SinkCall(sink, sink.role(), flow, insn, names));
        } else if (type.equals(STRING) || type.equals("Ljava/lang/CharSequence;")) {
            found.add(new SinkCall(sink, sink.role(), flow, insn, operand));
        } else if (isRest(sink.family()) && type.endsWith("/Cookie;")) {
            copied(sink, flow, insn, operand, found);
        }
    }

    private static boolean isRest(Sink.Family family) {
        return family == Sink.Family.REST || family == Sink.Family.RESTBUILDER;
    }

    /** A cookie for a response is made of one for a request, which was given its name where it was made. */
    private void copied(Sink sink, MethodDataFlow flow, AbstractInsnNode insn, Operand operand, List<SinkCall> found) {
        for (ResolvedValue cookie : values.resolveAnew(operand)) {
            if (cookie.value() instanceof AbstractValue.AllocatedObject thing
                    && thing.insn() instanceof TypeInsnNode type) {
                for (AbstractInsnNode next = type; next != null; next = next.getNext()) {
                    if (next instanceof MethodInsnNode call
                            && call.name.equals("<init>")
                            && call.owner.equals(type.desc)
                            && call.desc.startsWith("(" + STRING)) {
                        CallSite site = CallSite.of(thing.flow(), call, thing.context());
                        found.add(new SinkCall(sink, Sink.ArgumentRole.NAME, flow, insn, site.argument(1)));
                        break;
                    }
                }
            }
        }
    }

    private void header(MethodDataFlow flow, MethodInsnNode call, CallSite site, int receiver, List<SinkCall> found) {
        Type[] types = Type.getArgumentTypes(call.desc);
        for (int i = 0; i + 1 < types.length; i++) {
            if (!isSetCookie(flow, call, site, receiver + i)) {
                continue;
            }
            Sink sink = new Sink(call.owner, call.name, Sink.ArgumentRole.HEADER, i + 1, Sink.Family.HEADER, 0, 9);
            Operand value = site.argument(receiver + i + 1);
            boolean many = types[i + 1].getSort() == Type.ARRAY
                    || types[i + 1].getDescriptor().equals("Ljava/lang/Iterable;")
                    || types[i + 1].getDescriptor().equals("Ljava/util/List;");
            found.add(new SinkCall(
                    sink, Sink.ArgumentRole.HEADER, flow, call, many ? new Operand.ElementOf(value) : value));
            return;
        }
    }

    private boolean isSetCookie(MethodDataFlow flow, MethodInsnNode call, CallSite site, int argument) {
        for (AbstractInsnNode producer :
                flow.reachingDefinitions(call, site.arguments().size() - 1 - argument)) {
            if (producer instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && text.equalsIgnoreCase("set-cookie")) {
                return true;
            }
            if (producer instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
                if (SinkTable.isHeaderConstant(field.name)) {
                    return true;
                }
                for (ResolvedValue found : values.resolveAnew(site.argument(argument))) {
                    if (found.value() instanceof AbstractValue.Text text
                            && text.template().equalsIgnoreCase("set-cookie")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
