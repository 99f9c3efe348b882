package io.github.cookiecharter.scan.bytecode.index;

import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.CodePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects which foreign classes the project's own classes call, instantiate, extend and are annotated with. */
public final class ApiUsageCollector {

    private static final int API = Opcodes.ASM9;
    private static final int MAX_PLACES = 5;

    private final ClassIndex index;
    private final Map<String, List<CodePlace.Code>> placesByUsage = new LinkedHashMap<>();

    public ApiUsageCollector(ClassIndex index) {
        this.index = index;
    }

    /** Returns the usages collected so far, with at most five places each. */
    public ApiUsages usages() {
        Map<String, List<CodePlace.Code>> copy = new LinkedHashMap<>();
        placesByUsage.forEach((usage, places) -> copy.put(usage, List.copyOf(places)));
        return new ApiUsages(copy);
    }

    /**
     * Collects the usages of a class; of a damaged class, those before the damage.
     *
     * @return whether the class could be read to its end
     */
    public boolean collect(byte[] bytes) {
        try {
            new ClassReader(bytes).accept(new ClassUsageVisitor(), ClassReader.SKIP_FRAMES);
            return true;
        } catch (RuntimeException | AssertionError e) {
            // ASM throws what the reads of a damaged class cause, such as ArrayIndexOutOfBoundsException, and errors of
            // its own.
            return false;
        }
    }

    private boolean isForeign(String type) {
        return !type.startsWith("java/")
                && !type.startsWith("[")
                && index.find(type).map(file -> !file.isOwn()).orElse(true);
    }

    private void record(String type, String usage, CodePlace.Code place) {
        List<CodePlace.Code> places =
                placesByUsage.computeIfAbsent(type.replace('/', '.') + '#' + usage, any -> new ArrayList<>(2));
        if (places.size() < MAX_PLACES && !places.contains(place)) {
            places.add(place);
        }
    }

    /** Returns the type itself if it is foreign, or the first foreign class that an own class extends. */
    private Optional<String> foreignType(String type) {
        if (isForeign(type)) {
            return Optional.of(type);
        }
        String current = type;
        for (int i = 0; i < 20; i++) {
            Optional<IndexedClass> file = index.find(current);
            if (file.isEmpty()) {
                return current.startsWith("java/") || current.startsWith("[") ? Optional.empty() : Optional.of(current);
            }
            if (!file.get().isOwn()) {
                return Optional.of(current);
            }
            current = file.get().superName();
            if (current.isEmpty() || current.startsWith("java/")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private final class ClassUsageVisitor extends ClassVisitor {

        private String type = "";
        private Optional<String> source = Optional.empty();

        ClassUsageVisitor() {
            super(API);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @SuppressWarnings("NullAway") String signature,
                @SuppressWarnings("NullAway") String superName,
                String[] interfaces) {
            type = name;
            if (superName != null && isForeign(superName)) {
                record(superName, "<extends>", place("<init>", OptionalInt.empty()));
            }
            for (String implemented : interfaces) {
                if (isForeign(implemented)) {
                    record(implemented, "<extends>", place("<init>", OptionalInt.empty()));
                }
            }
        }

        @Override
        public void visitSource(@SuppressWarnings("NullAway") String file, @SuppressWarnings("NullAway") String debug) {
            source = Optional.ofNullable(file);
        }

        private CodePlace.Code place(String method, OptionalInt line) {
            return new CodePlace.Code(type.replace('/', '.'), method, line, source);
        }

        private void recordAnnotation(String descriptor, String method, OptionalInt line) {
            String annotation = Type.getType(descriptor).getInternalName();
            if (isForeign(annotation)) {
                record(annotation, "@", place(method, line));
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            recordAnnotation(descriptor, "<init>", OptionalInt.empty());
            return ignoredAnnotation();
        }

        @Override
        public FieldVisitor visitField(
                int access,
                String name,
                String descriptor,
                @SuppressWarnings("NullAway") String signature,
                @SuppressWarnings("NullAway") Object value) {
            return new FieldVisitor(API) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    recordAnnotation(annotation, "<init>", OptionalInt.empty());
                    return ignoredAnnotation();
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @SuppressWarnings("NullAway") String signature,
                @SuppressWarnings("NullAway") String[] exceptions) {
            return new MethodUsageVisitor(this, name);
        }
    }

    private static AnnotationVisitor ignoredAnnotation() {
        return new AnnotationVisitor(API) {};
    }

    private final class MethodUsageVisitor extends MethodVisitor {

        private final ClassUsageVisitor classVisitor;
        private final String method;
        private OptionalInt line = OptionalInt.empty();

        MethodUsageVisitor(ClassUsageVisitor classVisitor, String method) {
            super(API);
            this.classVisitor = classVisitor;
            this.method = method;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = OptionalInt.of(number);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            classVisitor.recordAnnotation(descriptor, method, OptionalInt.empty());
            return ignoredAnnotation();
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            classVisitor.recordAnnotation(descriptor, method, OptionalInt.empty());
            return ignoredAnnotation();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            recordCall(owner, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
                    recordCall(handle.getOwner(), handle.getName());
                }
            }
        }

        private void recordCall(String owner, String name) {
            Optional<String> foreign = name.equals("<init>")
                    ? isForeign(owner) ? Optional.of(owner) : Optional.empty()
                    : foreignType(owner);
            foreign.ifPresent(type -> record(type, name, classVisitor.place(method, line)));
        }
    }
}
