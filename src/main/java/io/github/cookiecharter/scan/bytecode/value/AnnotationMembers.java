package io.github.cookiecharter.scan.bytecode.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.AnnotationNode;

/** Reads the members of annotations in class files. */
final class AnnotationMembers {

    private AnnotationMembers() {}

    /** Returns the annotation of a descriptor; empty if there is none. */
    static Optional<AnnotationNode> find(List<AnnotationNode> annotations, String descriptor) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                if (annotation.desc.equals(descriptor)) {
                    return Optional.of(annotation);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a member; empty if the annotation does not set it. */
    static Optional<Object> member(AnnotationNode annotation, String name) {
        if (annotation.values != null) {
            for (int i = 0; i + 1 < annotation.values.size(); i += 2) {
                if (name.equals(annotation.values.get(i))) {
                    return Optional.of(annotation.values.get(i + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a member that is a text, or the first of an array of texts; empty if it is not set. */
    static String text(AnnotationNode annotation, String name) {
        Object value = member(annotation, name).orElse("");
        Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
        return first instanceof String text ? text : "";
    }

    /** Returns the annotations in a member. */
    static List<AnnotationNode> nested(AnnotationNode annotation, String name) {
        List<AnnotationNode> nested = new ArrayList<>();
        Object value = member(annotation, name).orElse(List.of());
        for (Object element : value instanceof List<?> list ? list : List.of(value)) {
            if (element instanceof AnnotationNode inner) {
                nested.add(inner);
            }
        }
        return nested;
    }
}
