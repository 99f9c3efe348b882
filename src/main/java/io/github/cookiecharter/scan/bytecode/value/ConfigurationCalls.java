package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallSite;
import io.github.cookiecharter.scan.bytecode.graph.Operand;
import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.IndexedClass;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.ConfiguredValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Resolves calls that read the project's configuration: properties of Spring, MicroProfile, Micronaut and Typesafe Config,
 * properties files, resource bundles, and parameters of servlets.
 */
final class ConfigurationCalls {

    private static final List<String> PROPERTY_OWNERS = List.of(
            "org/springframework/core/env/",
            "org/eclipse/microprofile/config/Config",
            "io/smallrye/config/",
            "io/micronaut/context/env/",
            "io/micronaut/core/value/",
            "com/typesafe/config/Config",
            "play/api/Configuration",
            "org/apache/commons/configuration/",
            "org/apache/commons/configuration2/",
            "io/helidon/config/Config",
            "io/helidon/common/config/Config");
    private static final Set<String> PROPERTY_METHODS = Set.of(
            "getProperty", "getRequiredProperty", "getValue", "getOptionalValue", "getConfigValue", "getString", "get");
    private static final Set<String> PLACEHOLDER_METHODS = Set.of("resolvePlaceholders", "resolveRequiredPlaceholders");
    private static final Set<String> OPTIONAL_METHODS =
            Set.of("get", "orElse", "orElseGet", "orElseThrow", "asString", "getValue", "getRawValue");
    private static final String WEB_SERVLET = "Ljakarta/servlet/annotation/WebServlet;";
    private static final String WEB_FILTER = "Ljakarta/servlet/annotation/WebFilter;";

    private final ValueResolver resolver;
    private final ClassIndex index;
    private final CollectionModel collections;
    private final InjectedValues injected;
    private final ConfigurationLookup configuration;

    ConfigurationCalls(
            ValueResolver resolver,
            ClassIndex index,
            CollectionModel collections,
            InjectedValues injected,
            ConfigurationLookup configuration) {
        this.resolver = resolver;
        this.index = index;
        this.collections = collections;
        this.injected = injected;
        this.configuration = configuration;
    }

    /** The values of one call: those that the configuration has, and whether the code's default may hold as well. */
    private record Read(List<ResolvedValue> values, boolean isConditional) {}

    /** Resolves a call that reads the configuration; empty for any other call, and for a key that it does not contain. */
    Optional<List<ResolvedValue>> resolve(CallSite site, MethodInsnNode call) {
        if (call.owner.equals("java/util/Optional") || PROPERTY_OWNERS.stream().anyMatch(call.owner::startsWith)) {
            if (OPTIONAL_METHODS.contains(call.name)) {
                Optional<Read> optional = readBehind(site);
                if (optional.isPresent()) {
                    return withDefault(optional.get(), site, 1);
                }
            }
        }
        Optional<Read> read = read(site, call);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        return withDefault(read.get(), site, site.arguments().size() - 1);
    }

    /** Returns what the call reads that an Optional, or a node of the configuration, comes from. */
    private Optional<Read> readBehind(CallSite site) {
        if (!(site.argument(0) instanceof Operand.Stacked receiver)) {
            return Optional.empty();
        }
        for (AbstractInsnNode producer : receiver.flow().reachingDefinitions(receiver.at(), receiver.fromTop())) {
            if (producer instanceof MethodInsnNode call && receiver.flow().isReachable(call)) {
                CallSite inner = CallSite.of(receiver.flow(), call, receiver.context());
                Optional<Read> read = read(inner, call);
                if (read.isEmpty() && OPTIONAL_METHODS.contains(call.name)) {
                    read = readBehind(inner);
                }
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<ResolvedValue>> withDefault(Read read, CallSite site, int last) {
        Set<ResolvedValue> all = new LinkedHashSet<>(read.values());
        if (read.isConditional() && last >= 1 && last < site.arguments().size()) {
            all.addAll(NameBasedSummaries.constants(resolver.resolve(site.argument(last))));
            // The key itself is no default.
            if (last == 1 && site.insn() instanceof MethodInsnNode call && !call.name.startsWith("orElse")) {
                all.retainAll(read.values());
            }
        }
        return Optional.of(ResolvedValue.widen(all));
    }

    private Optional<Read> read(CallSite site, MethodInsnNode call) {
        if (call.name.equals("getInitParameter") && call.desc.startsWith("(Ljava/lang/String;)")) {
            return key(site, 1).flatMap(key -> initParameter(site.flow(), call, key));
        }
        if (call.owner.equals("java/util/ResourceBundle") && call.name.equals("getString")) {
            return key(site, 1).flatMap(key -> present(configuration.fileEntry(key, bundleNames(site))));
        }
        if (call.owner.equals("java/util/Properties")
                && (call.name.equals("getProperty") || call.name.equals("get") || call.name.equals("getOrDefault"))) {
            return key(site, 1).flatMap(key -> property(site, call, key));
        }
        boolean isConfiguration = PROPERTY_OWNERS.stream().anyMatch(call.owner::startsWith)
                || isSubtype(call.owner, "org/springframework/core/env/PropertyResolver");
        if (isConfiguration && call.desc.startsWith("(Ljava/lang/String;")) {
            if (PLACEHOLDER_METHODS.contains(call.name)) {
                return key(site, 1).flatMap(text -> present(configuration.expand(text)));
            }
            if (PROPERTY_METHODS.contains(call.name)) {
                return key(site, 1).flatMap(key -> present(configuration.property(nestedKey(site, key))));
            }
        }
        return call.desc.equals("()Ljava/lang/String;") || call.desc.equals("()Ljava/util/Optional;")
                ? mappedProperty(call)
                : Optional.empty();
    }

    private boolean isSubtype(String type, String of) {
        return !type.startsWith("java/") && index.isA(type, of);
    }

    /** Returns the key with those of the nodes around it: {@code config.get("a").get("b")} reads {@code a.b}. */
    private String nestedKey(CallSite site, String key) {
        String nested = key;
        CallSite at = site;
        for (int i = 0; i < 10 && at.argument(0) instanceof Operand.Stacked receiver; i++) {
            Optional<CallSite> outer = nodeCall(receiver);
            Optional<String> name = outer.flatMap(found -> key(found, 1));
            if (outer.isEmpty() || name.isEmpty()) {
                return nested;
            }
            nested = name.get() + "." + nested;
            at = outer.get();
        }
        return nested;
    }

    private static Optional<CallSite> nodeCall(Operand.Stacked receiver) {
        for (AbstractInsnNode producer : receiver.flow().reachingDefinitions(receiver.at(), receiver.fromTop())) {
            if (producer instanceof MethodInsnNode call
                    && PROPERTY_OWNERS.stream().anyMatch(call.owner::startsWith)
                    && (call.name.equals("get") || call.name.equals("getConfig") || call.name.equals("subset"))
                    && call.desc.startsWith("(Ljava/lang/String;)")) {
                return Optional.of(CallSite.of(receiver.flow(), call, receiver.context()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> key(CallSite site, int argument) {
        List<ResolvedValue> keys = resolver.resolve(site.argument(argument));
        return keys.size() == 1 && keys.get(0).value() instanceof AbstractValue.Text text && text.isLiteral()
                ? Optional.of(text.template())
                : Optional.empty();
    }

    private static Optional<Read> present(ConfiguredValues values) {
        return values.isPresent()
                ? Optional.of(new Read(InjectedValues.texts(values), values.isConditional()))
                : Optional.empty();
    }

    private Optional<Read> property(CallSite site, MethodInsnNode call, String key) {
        List<ResolvedValue> filled = NameBasedSummaries.constants(collections.resolveCall(site, call));
        boolean hasDefault = site.arguments().size() == 3;
        if (!filled.isEmpty() && !hasDefault) {
            return Optional.empty();
        }
        Set<String> files = new LinkedHashSet<>();
        for (MethodNode method : site.flow().owner().node().methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof LdcInsnNode constant
                        && constant.cst instanceof String text
                        && text.endsWith(".properties")) {
                    String name = text.substring(0, text.length() - ".properties".length());
                    files.add(
                            name.substring(Math.max(name.indexOf(':'), -1) + 1).replaceFirst("^/+", ""));
                }
            }
        }
        return present(configuration.fileEntry(key, files)).map(read -> new Read(read.values(), false));
    }

    private Set<String> bundleNames(CallSite site) {
        Set<String> names = new LinkedHashSet<>();
        for (ResolvedValue bundle : resolver.resolve(site.argument(0))) {
            if (bundle.value() instanceof AbstractValue.AllocatedObject object
                    && object.insn() instanceof MethodInsnNode call
                    && call.name.equals("getBundle")) {
                key(CallSite.of(object.flow(), call, object.context()), 0)
                        .ifPresent(name -> names.add(name.replace('.', '/')));
            }
        }
        return names;
    }

    private Optional<Read> initParameter(MethodDataFlow flow, MethodInsnNode call, String name) {
        if (call.owner.endsWith("/ServletContext")
                || call.owner.endsWith("/ExternalContext")
                || call.owner.endsWith("/PortletContext")) {
            return present(configuration.contextParameter(name));
        }
        Set<String> types = new LinkedHashSet<>();
        Set<ResolvedValue> annotated = new LinkedHashSet<>();
        for (String type : readers(flow.owner().name())) {
            types.add(type.replace('/', '.'));
            index.load(type).ifPresent(loaded -> annotated.addAll(ofAnnotations(loaded, name)));
        }
        ConfiguredValues described = configuration.initParameter(name, types);
        if (described.isPresent()) {
            return present(described);
        }
        if (annotated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Read(List.copyOf(annotated), false));
    }

    /** Returns a class, its subclasses and the class around it: the code that reads a parameter may be in any of them. */
    private List<String> readers(String type) {
        List<String> readers = new ArrayList<>(List.of(type));
        for (IndexedClass subtype : index.subtypes(type, 50)) {
            readers.add(subtype.name());
        }
        if (type.indexOf('$') > 0) {
            readers.add(type.substring(0, type.indexOf('$')));
        }
        return readers;
    }

    private static List<ResolvedValue> ofAnnotations(LoadedClass type, String name) {
        List<ResolvedValue> found = new ArrayList<>();
        for (String descriptor : List.of(WEB_SERVLET, WEB_FILTER)) {
            for (String form : List.of(descriptor, descriptor.replace("jakarta", "javax"))) {
                Optional<AnnotationNode> annotation = AnnotationMembers.find(type.node().visibleAnnotations, form);
                for (AnnotationNode parameter : annotation
                        .map(one -> AnnotationMembers.nested(one, "initParams"))
                        .orElse(List.of())) {
                    if (AnnotationMembers.text(parameter, "name").equals(name)) {
                        found.addAll(ResolvedValue.text(AnnotationMembers.text(parameter, "value")));
                    }
                }
            }
        }
        return found;
    }

    /** Returns the property that a method of a mapping interface stands for, such as SmallRye's. */
    private Optional<Read> mappedProperty(MethodInsnNode call) {
        if (call.getOpcode() != Opcodes.INVOKEINTERFACE || call.owner.startsWith("java/")) {
            return Optional.empty();
        }
        Optional<LoadedClass> mapping = index.load(call.owner);
        Optional<String> prefix = mapping.flatMap(type -> injected.boundPrefix(type, 0));
        Optional<MethodNode> method = mapping.flatMap(type -> type.method(call.name, call.desc));
        if (prefix.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        List<AnnotationNode> annotations = method.get().visibleAnnotations;
        String name = AnnotationMembers.find(annotations, "Lio/smallrye/config/WithName;")
                .map(one -> AnnotationMembers.text(one, "value"))
                .orElse(call.name);
        String byDefault = AnnotationMembers.find(annotations, "Lio/smallrye/config/WithDefault;")
                .map(one -> AnnotationMembers.text(one, "value"))
                .orElse("");
        ConfiguredValues values = configuration.property(InjectedValues.join(prefix.get(), name));
        Set<ResolvedValue> all = new LinkedHashSet<>(InjectedValues.texts(values));
        if (values.isConditional() && !byDefault.isEmpty()) {
            all.addAll(ResolvedValue.text(byDefault));
        }
        boolean isOptional = Type.getReturnType(call.desc).getSort() == Type.OBJECT && call.desc.endsWith("Optional;");
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read(List.copyOf(all), isOptional && values.isConditional()));
    }
}
