package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.bytecode.index.NameHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the call sites of a method, those through method references and lambdas included. */
public final class CallGraph {

    /** A method that more classes call is part of a language's runtime and no helper that names a cookie. */
    private static final int MAX_CALLING_CLASSES = 400;

    /** A call through an interface with more implementations does not identify its target. */
    private static final int MAX_IMPLEMENTATIONS = 8;

    private final ClassIndex index;
    private final LambdaResolver lambdas;
    private final Map<String, List<CallSite>> callSitesByMethod = new HashMap<>();

    public CallGraph(ClassIndex index) {
        this.index = index;
        this.lambdas = new LambdaResolver(index);
    }

    public LambdaResolver lambdas() {
        return lambdas;
    }

    /** Returns the call sites of a method; none if more than 400 classes call it. */
    public List<CallSite> callSites(MethodDataFlow flow) {
        List<CallSite> callSites = callSitesByMethod.get(flow.key());
        if (callSites == null) {
            // A cycle through method references adds no further call sites.
            callSitesByMethod.put(flow.key(), List.of());
            callSites = find(flow);
            callSitesByMethod.put(flow.key(), callSites);
        }
        return callSites;
    }

    private List<CallSite> find(MethodDataFlow flow) {
        MethodNode method = flow.method();
        Set<String> owners = possibleOwners(flow);
        List<CallSite> callSites = new ArrayList<>();
        int classes = 0;
        for (IndexedClass indexed : index.classesReferencing(NameHash.ofMember(method.name, method.desc))) {
            if (!mayReferenceAny(indexed, owners)) {
                continue;
            }
            if (++classes > MAX_CALLING_CLASSES) {
                return List.of();
            }
            Optional<LoadedClass> caller = index.load(indexed.name());
            if (caller.isPresent()) {
                collectCallSites(caller.get(), method, owners, callSites);
            }
        }
        return callSites;
    }

    private boolean mayReferenceAny(IndexedClass indexed, Set<String> owners) {
        for (String owner : owners) {
            if (index.mayReference(indexed, NameHash.of(owner))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the classes that a call of the method may name: its own, its subtypes and the supertypes that declare it.
     */
    private Set<String> possibleOwners(MethodDataFlow flow) {
        String owner = flow.owner().name();
        MethodNode method = flow.method();
        Set<String> owners = new LinkedHashSet<>(List.of(owner));
        if (method.name.equals("<init>") || (method.access & Opcodes.ACC_PRIVATE) != 0) {
            return owners;
        }
        for (IndexedClass subtype : index.subtypes(owner, 200)) {
            owners.add(subtype.name());
        }
        if (flow.isStatic()) {
            return owners;
        }
        for (String type : index.supertypes(owner)) {
            if (type.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> loaded = index.load(type);
            if (loaded.isPresent()
                    && loaded.get().method(method.name, method.desc).isPresent()
                    && countImplementations(type, method) <= MAX_IMPLEMENTATIONS) {
                owners.add(type);
            }
        }
        return owners;
    }

    private int countImplementations(String type, MethodNode method) {
        int count = 0;
        List<IndexedClass> subtypes = index.subtypes(type, 60);
        if (subtypes.size() > 60) {
            return Integer.MAX_VALUE;
        }
        for (IndexedClass subtype : subtypes) {
            Optional<LoadedClass> loaded = index.load(subtype.name());
            if (loaded.isPresent()
                    && loaded.get().method(method.name, method.desc).isPresent()) {
                count++;
            }
        }
        return count;
    }

    private void collectCallSites(LoadedClass caller, MethodNode target, Set<String> owners, List<CallSite> callSites) {
        for (MethodNode method : caller.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof MethodInsnNode call
                        && call.name.equals(target.name)
                        && call.desc.equals(target.desc)
                        && owners.contains(call.owner)) {
                    Optional<MethodDataFlow> flow = caller.flow(method);
                    if (flow.isPresent() && flow.get().isReachable(call)) {
                        callSites.add(CallSite.of(flow.get(), call, CallContext.TOP));
                    }
                } else if (insn instanceof InvokeDynamicInsnNode reference) {
                    Optional<Handle> handle = LambdaResolver.target(reference);
                    if (handle.isPresent()
                            && handle.get().getName().equals(target.name)
                            && handle.get().getDesc().equals(target.desc)
                            && owners.contains(handle.get().getOwner())) {
                        Optional<MethodDataFlow> flow = caller.flow(method);
                        if (flow.isPresent() && flow.get().isReachable(insn)) {
                            callSites.addAll(lambdas.callSites(flow.get(), reference));
                        }
                    }
                }
            }
        }
    }
}
