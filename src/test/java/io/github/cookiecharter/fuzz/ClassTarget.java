package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.scan.bytecode.OneClass;
import java.util.List;

/** The bytes of one class file. */
final class ClassTarget implements FuzzTarget {

    @Override
    public String name() {
        return "class";
    }

    @Override
    public boolean isText() {
        return false;
    }

    // Compiled from the sources of the scan's own tests, so that no class file lies in the repository.
    @Override
    public List<byte[]> seeds() {
        return List.copyOf(OneClass.samples().values());
    }

    @Override
    public List<String> words() {
        return List.of(
                "javax/servlet/http/Cookie",
                "jakarta/servlet/http/Cookie",
                "Set-Cookie",
                "addCookie",
                "<init>",
                "<clinit>",
                "(Ljava/lang/String;Ljava/lang/String;)V",
                "()V",
                "Ljava/lang/String;",
                "java/lang/Object",
                "java/lang/String",
                "java/lang/StringBuilder",
                "append",
                "toString",
                "format",
                "ConstantValue",
                "Code",
                "makeConcatWithConstants",
                "\u0001=\u0001",
                "BootstrapMethods",
                "a=b; Path=/",
                "isAllowed",
                "org/acme/Allowed",
                "LineNumberTable",
                "StackMapTable",
                "RuntimeVisibleAnnotations");
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        OneClass.Result result = OneClass.scan(input);
        SeenInputs.check(result.evidence(), "");
        result.warnings().forEach(sentence -> Messages.check(sentence, ""));
        return result;
    }
}
