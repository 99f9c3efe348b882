package io.github.cookiecharter.scan.store;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.OpenScript;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after the other, for {@link RecordReader}, which reads them in the same order. */
public final class RecordWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    public void number(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private void longNumber(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    public void text(String value) {
        // UTF-16, because a name in damaged code may be no valid Unicode, and must be the same afterwards.
        if (isAscii(value)) {
            number(value.length());
            bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        } else {
            byte[] encoded = new byte[2 * value.length()];
            ByteBuffer.wrap(encoded).asCharBuffer().put(value);
            number(-encoded.length);
            bytes.writeBytes(encoded);
        }
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(character -> character < 128);
    }

    public void texts(Collection<String> values) {
        list(values, this::text);
    }

    public <T> void list(Collection<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
    }

    public <T> void optional(Optional<T> value, Consumer<T> writer) {
        number(value.isPresent() ? 1 : 0);
        value.ifPresent(writer);
    }

    private void flag(boolean value) {
        number(value ? 1 : 0);
    }

    public void evidence(Evidence evidence) {
        optional(evidence.name(), this::text);
        text(evidence.kind().name());
        text(evidence.action().name());
        place(evidence.place());
        text(evidence.origin());
        text(evidence.certainty().name());
        text(evidence.how());
        attributes(evidence.attributes());
        flag(evidence.guarded());
    }

    public void openScript(OpenScript script) {
        text(script.path());
        text(script.origin());
        flag(script.isLibrary());
        list(script.places(), this::evidence);
    }

    private void place(CodePlace place) {
        if (place instanceof CodePlace.Code code) {
            number(0);
            text(code.type());
            text(code.method());
            number(code.line().orElse(-1));
            optional(code.source(), this::text);
        } else if (place instanceof CodePlace.Text text) {
            number(1);
            text(text.path());
            number(text.at().line());
            number(text.at().column());
            text(text.at().file());
        }
    }

    private void attributes(ObservedAttributes attributes) {
        optional(attributes.lifetime(), this::lifetime);
        optional(attributes.httpOnly(), this::flag);
        optional(attributes.secure(), this::flag);
        optional(attributes.sameSite(), value -> text(value.name()));
        optional(attributes.domain(), this::text);
        optional(attributes.path(), this::text);
    }

    private void lifetime(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            number(2);
            longNumber(lasting.amount());
            text(lasting.unit().name());
        } else {
            number(lifetime instanceof Lifetime.Persistent ? 1 : 0);
        }
    }
}
