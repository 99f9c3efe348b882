package io.github.cookiecharter.scan.bytecode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers and frameworks whose own code sets cookies only where the project puts it to use: that they lie on the
 * class path is no evidence, and what they set by default is known from elsewhere.
 */
final class Frameworks {

    private final List<String> prefixes;

    private Frameworks(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** Reads {@code frameworks.txt}. */
    static Frameworks load() {
        List<String> prefixes = new ArrayList<>();
        try (InputStream in = Frameworks.class.getResourceAsStream("frameworks.txt")) {
            if (in == null) {
                throw new IllegalStateException("frameworks.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    prefixes.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frameworks(prefixes);
    }

    /** Whether a class is part of one of them. */
    boolean contain(String type) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
