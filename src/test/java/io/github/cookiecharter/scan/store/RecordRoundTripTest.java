package io.github.cookiecharter.scan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.OpenScript;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A component that is added to a record and not written, or not read, fails here: each gets values of its own. */
class RecordRoundTripTest {

    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.SECONDS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    private int count;
    private int variant;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void readsBackEachComponent(int number) throws ReflectiveOperationException {
        variant = number;
        assertRoundTrip(Evidence.class, RecordWriter::evidence, RecordReader::evidence);
        assertRoundTrip(OpenScript.class, RecordWriter::openScript, RecordReader::openScript);
    }

    private <T> void assertRoundTrip(
            Class<T> type, BiConsumer<RecordWriter, T> writer, Function<RecordReader, T> reader)
            throws ReflectiveOperationException {
        for (int i = 0; i < 12; i++) {
            T value = type.cast(sample(type));
            RecordWriter out = new RecordWriter();
            writer.accept(out, value);
            out.text("end");
            RecordReader in = new RecordReader(out.toBytes());
            assertThat(reader.apply(in)).isEqualTo(value);
            assertThat(in.text()).isEqualTo("end");
        }
    }

    /** Returns the next value of a type; the variants together have each alternative of each component. */
    private Object sample(Type type) throws ReflectiveOperationException {
        count++;
        int choice = count * (variant + 1) + variant;
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return choice % 4 == 0 ? Optional.empty() : Optional.of(sample(argument));
            }
            return List.of(sample(argument), sample(argument));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return "text é " + count;
        }
        if (raw == int.class) {
            return count;
        }
        if (raw == long.class) {
            return 5_000_000_000L + count;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return choice / 2 % 2 == 0;
        }
        if (raw == OptionalInt.class) {
            return choice % 4 == 0 ? OptionalInt.empty() : OptionalInt.of(count);
        }
        if (raw == ChronoUnit.class) {
            return UNITS.get(choice % UNITS.size());
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[choice % raw.getEnumConstants().length];
        }
        if (raw.isSealed()) {
            Class<?>[] permitted = raw.getPermittedSubclasses();
            return sample(permitted[choice % permitted.length]);
        }
        assertThat(raw.isRecord()).as("no sample of " + raw).isTrue();
        return sampleRecord(raw);
    }

    private Object sampleRecord(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = sample(components[i].getGenericType());
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
