package io.github.cookiecharter.scan.bytecode.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls through which a value came in, from the method that asked for it outwards. */
public final class CallChain {

    public static final CallChain NONE = new CallChain("", Optional.empty(), Optional.empty());

    private final String method;
    private final Optional<CallSite> site;
    private final Optional<CallChain> outer;

    private CallChain(String method, Optional<CallSite> site, Optional<CallChain> outer) {
        this.method = method;
        this.site = site;
        this.outer = outer;
    }

    /** The way that leads from a method's parameter to one of its callers, and on from there. */
    public static CallChain through(String method, CallSite site, CallChain outer) {
        return new CallChain(method, Optional.of(site), Optional.of(outer));
    }

    boolean isEmpty() {
        return site.isEmpty();
    }

    /** The calls, innermost first. */
    public List<CallSite> sites() {
        List<CallSite> sites = new ArrayList<>();
        for (CallChain at = this; at.site.isPresent(); at = at.outer.orElse(NONE)) {
            sites.add(at.site.get());
        }
        return sites;
    }

    /** Whether two values can come in together: not through two different calls of the same method. */
    public boolean fits(CallChain other) {
        CallChain a = this;
        CallChain b = other;
        while (a.site.isPresent() && b.site.isPresent() && a.method.equals(b.method)) {
            if (a.site.get().insn() != b.site.get().insn()) {
                return false;
            }
            a = a.outer.orElse(NONE);
            b = b.outer.orElse(NONE);
        }
        return true;
    }

    /** The way of a value that is made of two. */
    public CallChain with(CallChain other) {
        if (isEmpty()) {
            return other;
        }
        return method.equals(other.method) && other.sites().size() > sites().size() ? other : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallChain trail && signature().equals(trail.signature());
    }

    @Override
    public int hashCode() {
        return signature().hashCode();
    }

    private List<Object> signature() {
        List<Object> signature = new ArrayList<>();
        for (CallSite step : sites()) {
            signature.add(step.insn());
        }
        return signature;
    }
}
