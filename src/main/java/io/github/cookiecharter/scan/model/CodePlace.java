package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Optional;
import java.util.OptionalInt;

/** The position of the code, the markup or the setting that sets or deletes something. */
public sealed interface CodePlace {

    /** Returns the place without blanks, as reports show it: {@code com.acme.Login#remember:42}, or {@code src/main/webapp/app.js:12:7}. */
    String text();

    /**
     * A place in a class.
     *
     * @param type the class's binary name with dots, such as {@code com.acme.Login$Form}
     * @param method the method's name as the class file has it, such as {@code remember} or {@code <init>}
     * @param line the line in the source, counted from 1, if the class file contains it
     * @param source the name of the source file without its path, if the class file contains it
     */
    record Code(String type, String method, OptionalInt line, Optional<String> source) implements CodePlace {

        @Override
        public String text() {
            return type + "#" + method + (line.isPresent() ? ":" + line.getAsInt() : "");
        }
    }

    /**
     * A place in a script, a page or a configuration.
     *
     * @param path relative to the module's folder or to the root of its archive, with {@code /}
     * @param at line and column in it
     */
    record Text(String path, SourcePosition at) implements CodePlace {

        @Override
        public String text() {
            return path + ":" + at.line() + ":" + at.column();
        }
    }
}
