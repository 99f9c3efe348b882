package io.github.cookiecharter.scan.store;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.OpenScript;
import io.github.cookiecharter.scan.model.StorageAction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads what {@link RecordWriter} wrote; the checksum of the bytes has been verified. */
public final class RecordReader {

    private final ByteBuffer bytes;

    public RecordReader(byte[] content) {
        bytes = ByteBuffer.wrap(content);
    }

    public int number() {
        return bytes.getInt();
    }

    public String text() {
        int length = number();
        byte[] encoded = new byte[Math.abs(length)];
        bytes.get(encoded);
        return length >= 0
                ? new String(encoded, StandardCharsets.US_ASCII)
                : ByteBuffer.wrap(encoded).asCharBuffer().toString();
    }

    public List<String> texts() {
        return list(this::text);
    }

    public <T> List<T> list(Supplier<T> reader) {
        int count = number();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(reader.get());
        }
        return values;
    }

    public <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    private boolean flag() {
        return number() == 1;
    }

    public Evidence evidence() {
        return new Evidence(
                optional(this::text),
                Kind.valueOf(text()),
                StorageAction.valueOf(text()),
                place(),
                text(),
                Certainty.valueOf(text()),
                text(),
                attributes(),
                flag());
    }

    public OpenScript openScript() {
        return new OpenScript(text(), text(), flag(), list(this::evidence));
    }

    private CodePlace place() {
        if (number() == 0) {
            String type = text();
            String method = text();
            int line = number();
            return new CodePlace.Code(
                    type, method, line < 0 ? OptionalInt.empty() : OptionalInt.of(line), optional(this::text));
        }
        return new CodePlace.Text(text(), new SourcePosition(number(), number(), text()));
    }

    private ObservedAttributes attributes() {
        return new ObservedAttributes(
                optional(this::lifetime),
                optional(this::flag),
                optional(this::flag),
                optional(() -> SameSite.valueOf(text())),
                optional(this::text),
                optional(this::text));
    }

    private Lifetime lifetime() {
        return switch (number()) {
            case 0 -> new Lifetime.Session();
            case 1 -> new Lifetime.Persistent();
            default -> new Lifetime.Lasting(bytes.getLong(), ChronoUnit.valueOf(text()));
        };
    }
}
