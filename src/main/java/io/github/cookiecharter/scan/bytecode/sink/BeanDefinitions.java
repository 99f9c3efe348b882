package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.Sink;
import io.github.cookiecharter.scan.bytecode.index.SinkTable;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.BeanValue;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the sinks that XML files call: beans of a class in the table, or of a subclass, with a name as property or argument. */
public final class BeanDefinitions {

    private final ClassIndex index;
    private final SinkTable sinks;

    public BeanDefinitions(ClassIndex index, SinkTable sinks) {
        this.index = index;
        this.sinks = sinks;
    }

    /** Adds the evidence of the values that are names of cookies. */
    public void collect(List<BeanValue> beans, List<Evidence> evidence) {
        for (BeanValue bean : beans) {
            String type = bean.type().replace('.', '/');
            for (Sink sink : sinks.find(bean.method(), owner -> isReceiver(bean, type, owner))) {
                if (takesName(bean, sink)) {
                    evidence.add(evidence(bean, sink));
                    break;
                }
            }
        }
    }

    /**
     * Returns the usages with those of the beans whose class extends a class of a library: a setter of such a bean is one of
     * the library's class.
     */
    public ApiUsages withInheritedSetters(List<BeanValue> beans, ApiUsages usages) {
        Map<String, List<CodePlace.Code>> calls = new LinkedHashMap<>(usages.calls());
        for (BeanValue bean : beans) {
            if (!bean.method().equals("<init>")) {
                CodePlace.Code place = new CodePlace.Code(bean.type(), "<init>", OptionalInt.empty(), Optional.empty());
                for (String type : index.supertypes(bean.type().replace('.', '/'))) {
                    calls.putIfAbsent(type.replace('/', '.') + "#" + bean.method(), List.of(place));
                }
            }
        }
        return new ApiUsages(calls);
    }

    // The code of a subclass shows what its constructor passes on; a setter is inherited.
    private boolean isReceiver(BeanValue bean, String type, String owner) {
        return bean.method().equals("<init>") ? owner.equals(type) : index.isA(type, owner);
    }

    private static boolean takesName(BeanValue bean, Sink sink) {
        return bean.argument().isEmpty()
                || bean.argument().equals(String.valueOf(sink.argument()))
                || bean.argument().equals("name")
                || bean.argument().equals("cookieName");
    }

    private static Evidence evidence(BeanValue bean, Sink sink) {
        AbstractString text = new AbstractString(bean.notation());
        CookieName name = sink.role() == Sink.ArgumentRole.HEADER ? CookieName.ofHeader(text) : CookieName.of(text);
        boolean deletes = sink.role() == Sink.ArgumentRole.DELETED_NAMES;
        String how = bean.method().equals("<init>")
                ? "the definition of a " + sink.owner().replace('/', '.')
                : "named by " + bean.type() + "#" + bean.method();
        return new Evidence(
                name.isKnown() ? Optional.of(name.text()) : Optional.empty(),
                Kind.COOKIE,
                deletes ? StorageAction.DELETES : StorageAction.SETS,
                bean.place(),
                bean.origin(),
                name.isKnown() ? name.certainty() : Certainty.UNRESOLVED,
                how,
                ObservedAttributes.UNKNOWN,
                false);
    }
}
