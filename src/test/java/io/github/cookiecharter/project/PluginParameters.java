package io.github.cookiecharter.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** The goals and their parameters, from the annotations in the compiled classes: there is no descriptor yet in an editor. */
final class PluginParameters {

    private static final String MAVEN = "io/github/cookiecharter/maven/";
    private static final String ANNOTATIONS = "Lorg/apache/maven/plugins/annotations/";

    private PluginParameters() {}

    /** The names of the parameters that a pom may set, by goal. */
    static Map<String, Set<String>> byGoal() throws IOException {
        Map<String, Set<String>> goals = new TreeMap<>();
        goals.put("help", Set.of("detail", "goal", "indentSize", "lineLength"));
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/cookiecharter/maven"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith("Mojo.java"))
                    .toList()) {
                Mojo mojo = read(MAVEN + source.getFileName().toString().replace(".java", ""));
                if (!mojo.goal.isEmpty()) {
                    goals.put(mojo.goal, mojo.parameters);
                }
            }
        }
        return goals;
    }

    // With the parameters of the abstract classes that it extends.
    private static Mojo read(String type) throws IOException {
        Mojo mojo = new Mojo();
        String next = type;
        while (next.startsWith(MAVEN)) {
            try (InputStream in = PluginParameters.class.getResourceAsStream("/" + next + ".class")) {
                ClassReader reader = new ClassReader(in.readAllBytes());
                reader.accept(mojo, ClassReader.SKIP_CODE);
                next = reader.getSuperName();
            }
        }
        return mojo;
    }

    private static final class Mojo extends ClassVisitor {

        private final Set<String> parameters = new TreeSet<>();
        private String goal = "";

        Mojo() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String name, Object value) {
                    if (type.equals(ANNOTATIONS + "Mojo;") && name.equals("name")) {
                        goal = (String) value;
                    }
                }
            };
        }

        @Override
        public FieldVisitor visitField(int access, String field, String type, String signature, Object constant) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.equals(ANNOTATIONS + "Parameter;")) {
                        parameters.add(field);
                    }
                    return new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String name, Object value) {
                            if (name.equals("readonly")) {
                                parameters.remove(field);
                            }
                        }
                    };
                }
            };
        }
    }
}
