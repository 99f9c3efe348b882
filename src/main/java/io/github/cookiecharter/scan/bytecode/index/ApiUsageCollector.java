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

/** Notes which classes of others own classes call, make, extend and are annotated with. */
public final class ApiUsageCollector {

    private static final int API = Opcodes.ASM9;
    private static final int MOST_PLACES = 5;

    private final ClassIndex index;
    private final Map<String, List<CodePlace.Code>> calls = new LinkedHashMap<>();

    public ApiUsageCollector(ClassIndex index) {
        this.index = index;
    }

    public ApiUsages uses() {
        Map<String, List<CodePlace.Code>> copy = new LinkedHashMap<>();
        calls.forEach((use, places) -> copy.put(use, List.copyOf(places)));
        return new ApiUsages(copy);
    }

    /** Notes the uses in a class; a damaged one has some. */
    public void read(byte[] bytes) {
        try {
            new ClassReader(bytes).accept(new TypeUses(), ClassReader.SKIP_FRAMES);
        } catch (RuntimeException | AssertionError e) {
            // ASM throws whatever a damaged class makes its arrays throw, and errors of its own.
            return;
        }
    }

    private boolean isForeign(String type) {
        return !type.startsWith("java/")
                && !type.startsWith("[")
                && index.find(type).map(file -> !file.isOwn()).orElse(true);
    }

    private void note(String type, String use, CodePlace.Code place) {
        List<CodePlace.Code> places =
                calls.computeIfAbsent(type.replace('/', '.') + '#' + use, any -> new ArrayList<>(2));
        if (places.size() < MOST_PLACES && !places.contains(place)) {
            places.add(place);
        }
    }

    /** An own class stands for the first class of others that it extends. */
    private Optional<String> foreign(String type) {
        if (isForeign(type)) {
            return Optional.of(type);
        }
        String at = type;
        for (int i = 0; i < 20; i++) {
            Optional<IndexedClass> file = index.find(at);
            if (file.isEmpty()) {
                return at.startsWith("java/") || at.startsWith("[") ? Optional.empty() : Optional.of(at);
            }
            if (!file.get().isOwn()) {
                return Optional.of(at);
            }
            at = file.get().superName();
            if (at.isEmpty() || at.startsWith("java/")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private final class TypeUses extends ClassVisitor {

        private String type = "";
        private Optional<String> source = Optional.empty();

        TypeUses() {
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
                note(superName, "<extends>", place("<init>", OptionalInt.empty()));
            }
            for (String implemented : interfaces) {
                if (isForeign(implemented)) {
                    note(implemented, "<extends>", place("<init>", OptionalInt.empty()));
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

        private void annotated(String descriptor, String method, OptionalInt line) {
            String annotation = Type.getType(descriptor).getInternalName();
            if (isForeign(annotation)) {
                note(annotation, "@", place(method, line));
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            annotated(descriptor, "<init>", OptionalInt.empty());
            return skipped();
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
                    annotated(annotation, "<init>", OptionalInt.empty());
                    return skipped();
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
            return new MethodUses(this, name);
        }
    }

    private static AnnotationVisitor skipped() {
        return new AnnotationVisitor(API) {};
    }

    private final class MethodUses extends MethodVisitor {

        private final TypeUses type;
        private final String method;
        private OptionalInt line = OptionalInt.empty();

        MethodUses(TypeUses type, String method) {
            super(API);
            this.type = type;
            this.method = method;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = OptionalInt.of(number);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            type.annotated(descriptor, method, OptionalInt.empty());
            return skipped();
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            type.annotated(descriptor, method, OptionalInt.empty());
            return skipped();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            called(owner, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
                    called(handle.getOwner(), handle.getName());
                }
            }
        }

        private void called(String owner, String name) {
            Optional<String> foreign =
                    name.equals("<init>") ? isForeign(owner) ? Optional.of(owner) : Optional.empty() : foreign(owner);
            foreign.ifPresent(known -> note(known, name, type.place(method, line)));
        }
    }
}
