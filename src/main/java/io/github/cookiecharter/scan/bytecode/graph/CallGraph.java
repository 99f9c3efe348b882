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

/** Finds all places that call a method, method references included. */
public final class CallGraph {

    /** A method that more classes call is a language's own word, and no helper that names a cookie. */
    private static final int MOST_CLASSES = 400;

    /** An interface that more classes implement tells nothing of who is called. */
    private static final int MOST_IMPLEMENTATIONS = 8;

    private final ClassIndex index;
    private final LambdaResolver references;
    private final Map<String, List<CallSite>> known = new HashMap<>();

    public CallGraph(ClassIndex index) {
        this.index = index;
        this.references = new LambdaResolver(index);
    }

    public LambdaResolver references() {
        return references;
    }

    /** The places that call a method; none where there are too many to mean anything. */
    public List<CallSite> of(MethodDataFlow flow) {
        List<CallSite> sites = known.get(flow.key());
        if (sites == null) {
            // A method that a reference leads back to while it is looked for has no further callers.
            known.put(flow.key(), List.of());
            sites = find(flow);
            known.put(flow.key(), sites);
        }
        return sites;
    }

    private List<CallSite> find(MethodDataFlow flow) {
        MethodNode method = flow.method();
        Set<String> owners = owners(flow);
        List<CallSite> sites = new ArrayList<>();
        int classes = 0;
        for (IndexedClass file : index.mentioning(NameHash.member(method.name, method.desc))) {
            if (!mentionsAny(file, owners)) {
                continue;
            }
            if (++classes > MOST_CLASSES) {
                return List.of();
            }
            Optional<LoadedClass> caller = index.parse(file.name());
            if (caller.isPresent()) {
                collect(caller.get(), method, owners, sites);
            }
        }
        return sites;
    }

    private static boolean mentionsAny(IndexedClass file, Set<String> owners) {
        for (String owner : owners) {
            if (file.mentions(NameHash.of(owner))) {
                return true;
            }
        }
        return false;
    }

    /** The classes by which the method may be called. */
    private Set<String> owners(MethodDataFlow flow) {
        String owner = flow.owner().name();
        MethodNode method = flow.method();
        Set<String> owners = new LinkedHashSet<>(List.of(owner));
        if (method.name.equals("<init>") || (method.access & Opcodes.ACC_PRIVATE) != 0) {
            return owners;
        }
        for (IndexedClass sub : index.subtypes(owner, 200)) {
            owners.add(sub.name());
        }
        if (flow.isStatic()) {
            return owners;
        }
        for (String type : index.supertypes(owner)) {
            if (type.startsWith("java/")) {
                continue;
            }
            Optional<LoadedClass> parsed = index.parse(type);
            if (parsed.isPresent()
                    && parsed.get().method(method.name, method.desc).isPresent()
                    && implementations(type, method) <= MOST_IMPLEMENTATIONS) {
                owners.add(type);
            }
        }
        return owners;
    }

    private int implementations(String type, MethodNode method) {
        int count = 0;
        List<IndexedClass> subtypes = index.subtypes(type, 60);
        if (subtypes.size() > 60) {
            return Integer.MAX_VALUE;
        }
        for (IndexedClass sub : subtypes) {
            Optional<LoadedClass> parsed = index.parse(sub.name());
            if (parsed.isPresent()
                    && parsed.get().method(method.name, method.desc).isPresent()) {
                count++;
            }
        }
        return count;
    }

    private void collect(LoadedClass caller, MethodNode target, Set<String> owners, List<CallSite> sites) {
        for (MethodNode method : caller.node().methods) {
            for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                if (insn instanceof MethodInsnNode call
                        && call.name.equals(target.name)
                        && call.desc.equals(target.desc)
                        && owners.contains(call.owner)) {
                    Optional<MethodDataFlow> flow = caller.flow(method);
                    if (flow.isPresent() && flow.get().isLive(call)) {
                        sites.add(CallSite.of(flow.get(), call, CallContext.TOP));
                    }
                } else if (insn instanceof InvokeDynamicInsnNode reference) {
                    Optional<Handle> handle = LambdaResolver.target(reference);
                    if (handle.isPresent()
                            && handle.get().getName().equals(target.name)
                            && handle.get().getDesc().equals(target.desc)
                            && owners.contains(handle.get().getOwner())) {
                        Optional<MethodDataFlow> flow = caller.flow(method);
                        if (flow.isPresent() && flow.get().isLive(insn)) {
                            sites.addAll(references.calls(flow.get(), reference));
                        }
                    }
                }
            }
        }
    }
}
