package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.index.ClassIndex;
import io.github.cookiecharter.scan.bytecode.index.LoadedClass;
import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import io.github.cookiecharter.scan.model.BeanValue;
import io.github.cookiecharter.scan.model.ConfigurationLookup;
import io.github.cookiecharter.scan.model.ConfiguredValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Resolves what a framework injects into fields and parameters: from annotations, bean definitions and bound properties. */
final class InjectedValues {

    private static final String SPRING_VALUE = "Lorg/springframework/beans/factory/annotation/Value;";
    private static final String MICRONAUT_VALUE = "Lio/micronaut/context/annotation/Value;";
    private static final String MICRONAUT_PROPERTY = "Lio/micronaut/context/annotation/Property;";
    private static final String MICROPROFILE = "Lorg/eclipse/microprofile/config/inject/ConfigProperty;";
    private static final List<String> BOUND = List.of(
            "Lorg/springframework/boot/context/properties/ConfigurationProperties;",
            "Lio/micronaut/context/annotation/ConfigurationProperties;",
            "Lorg/eclipse/microprofile/config/inject/ConfigProperties;",
            "Lio/smallrye/config/ConfigMapping;",
            "Lio/quarkus/arc/config/ConfigProperties;");
    private static final String STRING = "Ljava/lang/String;";

    private final ClassIndex index;
    private final ConfigurationLookup configuration;

    InjectedValues(ClassIndex index, ConfigurationLookup configuration) {
        this.index = index;
        this.configuration = configuration;
    }

    /** Returns the values that the annotations of a field or a parameter inject; empty if they inject none. */
    List<ResolvedValue> ofAnnotations(List<AnnotationNode> annotations, String implicitKey) {
        for (AnnotationNode annotation : annotations) {
            List<ResolvedValue> injected = switch (annotation.desc) {
                case SPRING_VALUE, MICRONAUT_VALUE -> ofPlaceholders(AnnotationMembers.text(annotation, "value"));
                case MICROPROFILE, MICRONAUT_PROPERTY ->
                    ofProperty(
                            orElse(AnnotationMembers.text(annotation, "name"), implicitKey),
                            AnnotationMembers.text(annotation, "defaultValue"));
                default -> List.of();
            };
            if (!injected.isEmpty()) {
                return injected;
            }
        }
        return List.of();
    }

    /** Returns the values that are injected into a field by its annotations; empty if none is. */
    List<ResolvedValue> ofField(LoadedClass owner, FieldNode field) {
        return field.visibleAnnotations == null
                ? List.of()
                : ofAnnotations(field.visibleAnnotations, owner.name().replace('/', '.') + "." + field.name);
    }

    /** Returns whether the configuration always sets a field through its setter, so that its initial value never counts. */
    boolean replacesInitialValue(LoadedClass owner, FieldNode field) {
        String setter = "set" + Character.toUpperCase(field.name.charAt(0)) + field.name.substring(1);
        Optional<MethodNode> method = owner.method(setter, "(" + STRING + ")V");
        if (!field.desc.equals(STRING) || method.isEmpty()) {
            return false;
        }
        for (BeanValue bean : configuration.beanValues()) {
            if (bean.method().equals(setter) && index.isA(bean.type().replace('.', '/'), owner.name())) {
                return true;
            }
        }
        return boundPrefix(owner, 0)
                .map(prefix -> configuration.property(join(prefix, field.name)))
                .filter(values -> values.isPresent() && !values.isConditional())
                .isPresent();
    }

    /** Returns the values that are injected into a parameter, by an annotation or by an XML file. */
    List<ResolvedValue> ofParameter(MethodDataFlow flow, int index) {
        int declared = flow.isStatic() ? index : index - 1;
        MethodNode method = flow.method();
        Type[] types = Type.getArgumentTypes(method.desc);
        if (declared < 0 || declared >= types.length) {
            return List.of();
        }
        List<AnnotationNode>[] annotations = method.visibleParameterAnnotations;
        // An inner class has parameters in front that the annotations do not count.
        int hidden = annotations == null ? 0 : types.length - annotations.length;
        if (annotations != null && declared >= hidden && annotations[declared - hidden] != null) {
            List<ResolvedValue> injected = ofAnnotations(
                    annotations[declared - hidden],
                    parameterName(flow, declared).orElse(""));
            if (!injected.isEmpty()) {
                return injected;
            }
        }
        if (!types[declared].getDescriptor().equals(STRING) || flow.isStatic()) {
            return List.of();
        }
        if (method.visibleAnnotations != null && types.length == 1) {
            List<ResolvedValue> injected = ofAnnotations(method.visibleAnnotations, "");
            if (!injected.isEmpty()) {
                return injected;
            }
        }
        Set<ResolvedValue> all = new LinkedHashSet<>(ofBeans(flow, declared));
        all.addAll(ofBoundProperties(flow, declared));
        return List.copyOf(all);
    }

    private List<ResolvedValue> ofBeans(MethodDataFlow flow, int declared) {
        MethodNode method = flow.method();
        String owner = flow.owner().name();
        List<ResolvedValue> found = new ArrayList<>();
        for (BeanValue bean : configuration.beanValues()) {
            String type = bean.type().replace('.', '/');
            boolean isArgument = method.name.equals("<init>")
                    ? type.equals(owner) && isArgument(flow, declared, bean.argument())
                    : index.isA(type, owner);
            if (bean.method().equals(method.name) && isArgument) {
                found.addAll(ResolvedValue.text(bean.notation()));
            }
        }
        return found;
    }

    private static boolean isArgument(MethodDataFlow flow, int declared, String argument) {
        return argument.equals(String.valueOf(declared))
                || parameterName(flow, declared).filter(argument::equals).isPresent();
    }

    /** Returns the name of a parameter, if the class file has it. */
    private static Optional<String> parameterName(MethodDataFlow flow, int declared) {
        MethodNode method = flow.method();
        if (method.parameters != null && declared < method.parameters.size()) {
            return Optional.ofNullable(method.parameters.get(declared).name);
        }
        int slot = flow.isStatic() ? 0 : 1;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int i = 0; i < declared; i++) {
            slot += types[i].getSize();
        }
        int at = slot;
        return method.localVariables == null
                ? Optional.empty()
                : method.localVariables.stream()
                        .filter(variable -> variable.index == at)
                        .map(variable -> variable.name)
                        .findFirst();
    }

    /** Returns the values of properties that a framework binds to a setter, or to the constructor of a record. */
    private List<ResolvedValue> ofBoundProperties(MethodDataFlow flow, int declared) {
        String name = flow.method().name;
        String property;
        if (name.equals("<init>")) {
            property = parameterName(flow, declared).orElse("");
        } else if (name.startsWith("set") && name.length() > 3) {
            property = Character.toLowerCase(name.charAt(3)) + name.substring(4);
        } else {
            return List.of();
        }
        Optional<String> prefix = boundPrefix(flow.owner(), 0);
        if (prefix.isEmpty() || property.isEmpty()) {
            return List.of();
        }
        return ofProperty(join(prefix.get(), property), "");
    }

    /** Returns the prefix of the properties that are bound to a class, or to a field of a bound class of its type. */
    Optional<String> boundPrefix(LoadedClass type, int depth) {
        for (String descriptor : BOUND) {
            Optional<AnnotationNode> bound = AnnotationMembers.find(type.node().visibleAnnotations, descriptor);
            if (bound.isPresent()) {
                String prefix = AnnotationMembers.text(bound.get(), "prefix");
                return Optional.of(orElse(prefix, AnnotationMembers.text(bound.get(), "value")));
            }
        }
        int dollar = type.name().lastIndexOf('$');
        Optional<LoadedClass> outer = dollar < 0 || depth > 4
                ? Optional.empty()
                : index.load(type.name().substring(0, dollar));
        if (outer.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> prefix = boundPrefix(outer.get(), depth + 1);
        String descriptor = "L" + type.name() + ";";
        for (FieldNode field : outer.get().node().fields) {
            if (prefix.isPresent() && field.desc.equals(descriptor)) {
                return Optional.of(join(prefix.get(), field.name));
            }
        }
        for (MethodNode method : outer.get().node().methods) {
            if (prefix.isPresent() && method.desc.equals("()" + descriptor)) {
                return Optional.of(join(prefix.get(), method.name));
            }
        }
        return Optional.empty();
    }

    static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    private List<ResolvedValue> ofPlaceholders(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        ConfiguredValues values = configuration.expand(text);
        if (values.isPresent()) {
            return texts(values);
        }
        return List.of();
    }

    /** Returns the values of a property, and its default where the property may be missing; empty if there is neither. */
    List<ResolvedValue> ofProperty(String key, String byDefault) {
        if (key.isEmpty()) {
            return byDefault.isEmpty() ? List.of() : ResolvedValue.text(byDefault);
        }
        ConfiguredValues values = configuration.property(key);
        Set<ResolvedValue> all = new LinkedHashSet<>(texts(values));
        if (values.isConditional() && !byDefault.isEmpty()) {
            all.addAll(texts(configuration.expand(byDefault)));
        }
        return List.copyOf(all);
    }

    static List<ResolvedValue> texts(ConfiguredValues values) {
        List<ResolvedValue> texts = new ArrayList<>();
        for (String notation : values.notations()) {
            texts.addAll(ResolvedValue.text(notation));
        }
        return texts;
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
