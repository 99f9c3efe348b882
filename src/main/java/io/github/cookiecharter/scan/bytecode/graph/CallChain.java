package io.github.cookiecharter.scan.bytecode.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The call chain of a value: the calls that pass it, from the method that uses it out to the one that creates it. */
public final class CallChain {

    public static final CallChain EMPTY = new CallChain("", Optional.empty(), Optional.empty(), Map.of());

    private final String method;
    private final Optional<CallSite> callSite;
    private final Optional<CallChain> outer;
    private final Map<Object, Set<Object>> choices;

    private CallChain(
            String method, Optional<CallSite> callSite, Optional<CallChain> outer, Map<Object, Set<Object>> choices) {
        this.method = method;
        this.callSite = callSite;
        this.outer = outer;
        this.choices = choices;
    }

    /** Returns the chain that enters a method through a call site, where this chain continues in the caller. */
    public CallChain prepend(String method, CallSite callSite) {
        return new CallChain(method, Optional.of(callSite), Optional.of(this), choices);
    }

    /**
     * Returns the chain of a value that occurs only for some of several possibilities, such as the classes that an object
     * may have.
     *
     * @param decision what is undecided, such as the object; equal for all values that depend on it
     * @param options the possibilities under which the value occurs
     */
    public CallChain choose(Object decision, Set<Object> options) {
        return new CallChain(method, callSite, outer, withChoices(Map.of(decision, options)));
    }

    /** Returns whether the value occurs only for some possibilities of a kind of decision. */
    public boolean dependsOn(Class<?> kindOfDecision) {
        return choices.keySet().stream().anyMatch(kindOfDecision::isInstance);
    }

    private Map<Object, Set<Object>> withChoices(Map<Object, Set<Object>> more) {
        if (more.isEmpty() || choices.equals(more)) {
            return choices;
        }
        Map<Object, Set<Object>> all = new HashMap<>(choices);
        more.forEach((decision, options) -> all.merge(decision, options, (a, b) -> {
            Set<Object> both = new HashSet<>(a);
            both.retainAll(b);
            return both;
        }));
        return all;
    }

    boolean isEmpty() {
        return callSite.isEmpty();
    }

    /** Returns the call sites, innermost first. */
    public List<CallSite> callSites() {
        List<CallSite> sites = new ArrayList<>();
        for (CallChain current = this; current.callSite.isPresent(); current = current.outer.orElse(EMPTY)) {
            sites.add(current.callSite.get());
        }
        return sites;
    }

    /** Returns whether two values can occur together: false if they pass two different calls of the same method. */
    public boolean isCompatibleWith(CallChain other) {
        for (Map.Entry<Object, Set<Object>> choice : choices.entrySet()) {
            Set<Object> options = other.choices.get(choice.getKey());
            if (options != null && Collections.disjoint(options, choice.getValue())) {
                return false;
            }
        }
        CallChain a = this;
        CallChain b = other;
        while (a.callSite.isPresent() && b.callSite.isPresent() && a.method.equals(b.method)) {
            if (a.callSite.get().insn() != b.callSite.get().insn()) {
                return false;
            }
            a = a.outer.orElse(EMPTY);
            b = b.outer.orElse(EMPTY);
        }
        return true;
    }

    /** Returns the chain of a value that is composed of two. */
    public CallChain merge(CallChain other) {
        boolean isOther = isEmpty()
                || (method.equals(other.method)
                        && other.callSites().size() > callSites().size());
        CallChain longer = isOther ? other : this;
        Map<Object, Set<Object>> all = withChoices(other.choices);
        return all.equals(longer.choices) ? longer : new CallChain(longer.method, longer.callSite, longer.outer, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallChain chain
                && signature().equals(chain.signature())
                && choices.equals(chain.choices);
    }

    @Override
    public int hashCode() {
        return 31 * signature().hashCode() + choices.hashCode();
    }

    private List<Object> signature() {
        List<Object> signature = new ArrayList<>();
        for (CallSite callSite : callSites()) {
            signature.add(callSite.insn());
        }
        return signature;
    }
}
