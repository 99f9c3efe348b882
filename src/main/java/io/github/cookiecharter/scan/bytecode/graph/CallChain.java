package io.github.cookiecharter.scan.bytecode.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The call chain of a value: the calls that pass it, from the method that uses it out to the one that creates it. */
public final class CallChain {

    public static final CallChain EMPTY = new CallChain("", Optional.empty(), Optional.empty());

    private final String method;
    private final Optional<CallSite> callSite;
    private final Optional<CallChain> outer;

    private CallChain(String method, Optional<CallSite> callSite, Optional<CallChain> outer) {
        this.method = method;
        this.callSite = callSite;
        this.outer = outer;
    }

    /** Returns the chain that enters a method through a call site, where this chain continues in the caller. */
    public CallChain prepend(String method, CallSite callSite) {
        return new CallChain(method, Optional.of(callSite), Optional.of(this));
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
        if (isEmpty()) {
            return other;
        }
        return method.equals(other.method)
                        && other.callSites().size() > callSites().size()
                ? other
                : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallChain chain && signature().equals(chain.signature());
    }

    @Override
    public int hashCode() {
        return signature().hashCode();
    }

    private List<Object> signature() {
        List<Object> signature = new ArrayList<>();
        for (CallSite callSite : callSites()) {
            signature.add(callSite.insn());
        }
        return signature;
    }
}
