package io.github.cookiecharter.scan.bytecode.value;

import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;

/** Reads the defaults of annotations whose value a framework injects from the configuration. */
final class InjectedDefaults {

    private static final String VALUE = "Lorg/springframework/beans/factory/annotation/Value;";
    private static final String MICRONAUT_VALUE = "Lio/micronaut/context/annotation/Value;";
    private static final String PROPERTY = "Lorg/eclipse/microprofile/config/inject/ConfigProperty;";
    private static final String MICRONAUT_PROPERTY = "Lio/micronaut/context/annotation/Property;";

    private InjectedDefaults() {}

    /** Returns the default of the first such annotation that has one; empty if there is none. */
    static List<ResolvedValue> of(List<AnnotationNode> annotations) {
        for (AnnotationNode annotation : annotations) {
            String text = switch (annotation.desc) {
                case VALUE, MICRONAUT_VALUE -> placeholder(member(annotation, "value"));
                case PROPERTY, MICRONAUT_PROPERTY -> member(annotation, "defaultValue");
                default -> "";
            };
            if (!text.isEmpty()) {
                return ResolvedValue.text(text);
            }
        }
        return List.of();
    }

    private static String placeholder(String value) {
        if (!value.startsWith("${")) {
            return value.contains("{") ? "" : value;
        }
        int colon = value.indexOf(':');
        if (colon < 0 || !value.endsWith("}")) {
            return "";
        }
        String rest = value.substring(colon + 1, value.length() - 1);
        return rest.startsWith("${") ? placeholder(rest) : rest;
    }

    private static String member(AnnotationNode annotation, String name) {
        if (annotation.values == null) {
            return "";
        }
        for (int i = 0; i + 1 < annotation.values.size(); i += 2) {
            if (name.equals(annotation.values.get(i)) && annotation.values.get(i + 1) instanceof String text) {
                return text;
            }
        }
        return "";
    }
}
