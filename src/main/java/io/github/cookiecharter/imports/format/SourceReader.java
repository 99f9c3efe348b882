package io.github.cookiecharter.imports.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a file: UTF-8, or UTF-16 that begins with a byte order mark. */
final class SourceReader {

    /** The largest file that is read, in bytes: recordings hold the content of pages. */
    private static final long MAX_BYTES = 512L * 1024 * 1024;

    /** The largest table that is read, in characters. */
    private static final int MAX_CHARACTERS = 32 * 1024 * 1024;

    private static final int MARK_BYTES = 3;

    private final ImportSource source;

    SourceReader(ImportSource source) {
        this.source = source;
    }

    /** Opens the file as text. */
    Reader open() throws IOException, ImportException {
        if (source.size() > MAX_BYTES) {
            throw new ImportException(
                    source.name(), "is larger than 512 MiB: record fewer pages, or leave out the content of responses");
        }
        InputStream in = new BufferedInputStream(source.content().open());
        in.mark(MARK_BYTES);
        byte[] mark = in.readNBytes(MARK_BYTES);
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        int length = 0;
        if (startsWith(mark, 0xEF, 0xBB, 0xBF)) {
            length = MARK_BYTES;
        } else if (startsWith(mark, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            length = 2;
        } else if (startsWith(mark, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            length = 2;
        }
        in.skipNBytes(length);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first character that is no white space; 0 if there is none. */
    char firstCharacter() throws ImportException {
        try (Reader reader = open()) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (!Character.isWhitespace(c)) {
                    return (char) c;
                }
            }
            return 0;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Returns the whole text. */
    String text() throws ImportException {
        StringBuilder text = new StringBuilder();
        try (Reader reader = open()) {
            char[] buffer = new char[8_192];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
                if (text.length() > MAX_CHARACTERS) {
                    throw new ImportException(source.name(), "is too long for a table of cookies");
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
        int control = text.indexOf("\0");
        if (control >= 0) {
            throw at(
                    text.substring(0, control),
                    "is no text: here stands the control character U+0000. Save it as UTF-8");
        }
        return text.toString();
    }

    /** Returns what to tell of a failure to read. */
    ImportException failure(IOException failure) {
        return failure instanceof CharacterCodingException
                ? notUtf8()
                : new ImportException(source.name(), "cannot be read: check the path and its permissions");
    }

    // Decoded again character by character, since a decoder's buffer ends after the fault.
    private ImportException notUtf8() {
        StringBuilder before = new StringBuilder();
        try (InputStream in = source.content().open()) {
            CharacterCounter counter = new CharacterCounter();
            for (int b = in.read(); b >= 0 && counter.accept(b); b = in.read()) {
                before.append(counter.last());
            }
        } catch (IOException e) {
            return new ImportException(source.name(), "is not UTF-8: save it with the encoding UTF-8");
        }
        boolean pending = before.length() > 0 && before.charAt(before.length() - 1) == 'u';
        return at(
                pending ? before.substring(0, before.length() - 1) : before.toString(),
                "is not UTF-8 from here on: save it with the encoding UTF-8");
    }

    private ImportException at(String before, String fault) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new ImportException(source.name(), line, Math.max(1, before.length() - before.lastIndexOf('\n')), fault);
    }

    /** Counts the characters of UTF-8 until it is malformed. */
    private static final class CharacterCounter {

        private int missing;
        private String last = "";

        boolean accept(int b) {
            boolean isContinuation = (b & 0xC0) == 0x80;
            if (isContinuation != (missing > 0)) {
                return false;
            }
            // A character of several bytes counts at its first one, and is not yet known to be complete.
            last = isContinuation ? "" : b == '\n' ? "\n" : b < 0x80 ? "x" : "u";
            if (isContinuation) {
                missing--;
            } else {
                missing = b < 0x80 ? 0 : b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
            }
            return b < 0xF5 && (b < 0x80 || isContinuation || b >= 0xC2);
        }

        String last() {
            return last;
        }
    }
}
