package io.github.cookiecharter.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Small inputs that stand for large ones: what lies between two characters U+001E is repeated until the whole is 64 KiB
 * large. With four of them the second part in between is repeated as often, so that what opens can close.
 */
final class Repeats {

    static final int LARGE = 1 << 16;

    private static final int MARK = 0x1e;

    private Repeats() {}

    /** The input that is meant; one without a part to repeat is meant as it stands. */
    static byte[] expand(byte[] input) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < input.length && parts.size() < 4; i++) {
            if (input[i] == MARK) {
                parts.add(Arrays.copyOfRange(input, from, i));
                from = i + 1;
            }
        }
        if (parts.size() < 2) {
            return input;
        }
        parts.add(Arrays.copyOfRange(input, from, input.length));
        int repeated = parts.get(1).length + (parts.size() == 5 ? parts.get(3).length : 0);
        int times = repeated == 0 ? 0 : Math.max(1, (LARGE - input.length) / repeated);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(LARGE);
        for (int i = 0; i < parts.size(); i++) {
            for (int t = i == 1 || (i == 3 && parts.size() == 5) ? times : 1; t > 0; t--) {
                whole.writeBytes(parts.get(i));
            }
        }
        return whole.toByteArray();
    }
}
