package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.DiagnosticCollector;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the bytes of a file into text that the YAML parser accepts, and reports characters that it replaced. */
public final class SourceDecoder {

    /** The largest file that is read, in bytes: 4 MiB. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char WORD_JOINER = '\u2060';

    private SourceDecoder() {}

    /**
     * Decodes a file; empty if it is too large or not a text.
     *
     * @param file the file's name; empty for the declaration itself
     */
    public static Optional<SourceText> decode(byte[] content, String file, DiagnosticCollector diagnostics) {
        SourcePosition start = new SourcePosition(1, 1, file);
        if (content.length > MAX_BYTES) {
            diagnostics.error(
                    start, "the file is larger than 4 MiB: split the site's declaration, or remove unneeded content");
            return Optional.empty();
        }
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            diagnostics.error(start, "the file is UTF-16: save it as UTF-8");
            return Optional.empty();
        }
        // The JDK decodes invalid UTF-8 to the replacement character: searching for it is much faster than decoding
        // stepwise.
        String text = new String(content, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? withoutControlCharacters(new SourceText(withoutByteOrderMark(text), file), file, diagnostics, false)
                : decodeStepwise(content, file, diagnostics);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Optional<SourceText> decodeStepwise(byte[] content, String file, DiagnosticCollector diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int firstBadOffset = -1;
        int badByte = 0;
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isError()) {
            if (firstBadOffset < 0) {
                firstBadOffset = text.position();
                badByte = content[bytes.position()] & 0xFF;
            }
            bytes.position(bytes.position() + result.length());
            text.put(REPLACEMENT);
            result = decoder.decode(bytes, text, true);
        }
        String all = text.flip().toString();
        SourceText written = new SourceText(withoutByteOrderMark(all), file);
        if (firstBadOffset >= 0) {
            diagnostics.error(
                    written.position(firstBadOffset - (all.length() - written.length())),
                    "the byte 0x" + hex(badByte, 2) + " is not UTF-8: save the file with the encoding UTF-8");
        }
        return withoutControlCharacters(written, file, diagnostics, firstBadOffset >= 0);
    }

    private static Optional<SourceText> withoutControlCharacters(
            SourceText written, String file, DiagnosticCollector diagnostics, boolean alreadyReported) {
        char[] characters = written.text().toCharArray();
        boolean changed = false;
        boolean reported = false;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= ' ' && characters[i] < 0x7F) {
                continue;
            }
            char normalized = normalized(characters[i]);
            if (normalized != characters[i]) {
                characters[i] = normalized;
                changed = true;
            } else if (isForbidden(characters[i])) {
                if (alreadyReported) {
                    return Optional.empty();
                }
                // Only the first control character is reported, since a binary file has many.
                if (!reported) {
                    diagnostics.error(
                            written.position(i),
                            "the control character U+" + hex(characters[i], 4) + " stands here: remove it");
                }
                characters[i] = REPLACEMENT;
                changed = true;
                reported = true;
            }
        }
        return Optional.of(changed ? new SourceText(new String(characters), file) : written);
    }

    // Three line breaks of YAML 1.1 are not line breaks in YAML 1.2 and in editors, and the parser gives a byte order
    // mark inside the text no column of its own.
    private static char normalized(char c) {
        return switch (c) {
            case 0x85, 0x2028, 0x2029 -> ' ';
            case '\uFEFF' -> WORD_JOINER;
            default -> c;
        };
    }

    /** Returns whether YAML forbids the character in a file: control characters and two noncharacters. */
    static boolean isForbidden(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t')
                || (c >= 0x7F && c < 0xA0 && c != 0x85)
                || c == '\uFFFE'
                || c == '\uFFFF';
    }

    /** Formats a number in upper-case hexadecimal digits, padded with zeros. */
    static String hex(int number, int digits) {
        StringBuilder hex = new StringBuilder(Integer.toHexString(number).toUpperCase(java.util.Locale.ROOT));
        while (hex.length() < digits) {
            hex.insert(0, '0');
        }
        return hex.toString();
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
