package com.example.quarkus;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Hands the generated files to the templates as they are. */
final class Charter {

    private Charter() {}

    @TemplateGlobal
    static RawString charterHead() {
        return file("head.html");
    }

    static RawString file(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("META-INF/resources/cookie-charter/" + name)) {
            return new RawString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
