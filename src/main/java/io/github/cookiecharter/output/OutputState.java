package io.github.cookiecharter.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that an execution has on disk, and the inputs from which they were generated.
 *
 * @param inputs the bytes of the fingerprint; empty while files are being replaced, so that a killed build never counts
 *     as finished
 * @param notes lines that a build without changes logs again
 * @param roots the folders below which the files lie
 * @param folders the folders that were created for the files
 * @param files the files by displayed path
 */
@SuppressWarnings("ArrayRecordComponent") // states are carried, never compared
record OutputState(
        byte[] inputs,
        List<String> notes,
        NavigableSet<String> roots,
        NavigableSet<String> folders,
        SortedMap<String, FileStamp> files) {

    private static final String FORMAT = "cookie-charter state 1";
    private static final String INPUTS = "inputs ";

    /**
     * Size, modification time and checksum of a file when it was written.
     *
     * @param size in bytes
     * @param modified milliseconds since 1970, as the file system reports
     * @param hash CRC-32 of the content, in hexadecimal digits
     */
    record FileStamp(long size, long modified, String hash) {

        /** A file that may or may not have been written yet. */
        static final FileStamp PENDING = new FileStamp(-1, 0, "-");
    }

    static OutputState empty() {
        return new OutputState(new byte[0], List.of(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    }

    boolean isGeneratedFrom(byte[] current) {
        return current.length > 0 && Arrays.equals(inputs, current);
    }

    /** Returns the state as sorted lines of text, followed by the raw inputs. */
    byte[] toBytes() {
        StringBuilder text = new StringBuilder(2048).append(FORMAT).append('\n');
        for (String note : notes) {
            text.append("note ").append(escape(note)).append('\n');
        }
        for (String root : roots) {
            text.append("root ").append(escape(root)).append('\n');
        }
        for (String folder : folders) {
            text.append("folder ").append(escape(folder)).append('\n');
        }
        for (var file : files.entrySet()) {
            FileStamp stamp = file.getValue();
            text.append("file ").append(stamp.hash());
            text.append(' ').append(stamp.size());
            text.append(' ').append(stamp.modified());
            text.append(' ').append(escape(file.getKey())).append('\n');
        }
        text.append(INPUTS).append(inputs.length).append('\n');
        byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + inputs.length);
        System.arraycopy(inputs, 0, all, head.length, inputs.length);
        return all;
    }

    /** Reads what {@link #toBytes} wrote; empty if it is something else, such as the state of another version. */
    static Optional<OutputState> parse(byte[] bytes) {
        OutputState state = empty();
        List<String> notes = new ArrayList<>();
        int from = 0;
        boolean first = true;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String line = new String(bytes, from, end - from, StandardCharsets.UTF_8);
            from = end + 1;
            if (first) {
                if (!line.equals(FORMAT)) {
                    return Optional.empty();
                }
                first = false;
            } else if (line.startsWith(INPUTS)) {
                byte[] inputs = Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
                return line.equals(INPUTS + inputs.length)
                        ? Optional.of(
                                new OutputState(inputs, List.copyOf(notes), state.roots, state.folders, state.files))
                        : Optional.empty();
            } else if (!state.parseLine(line, notes)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean parseLine(String line, List<String> notes) {
        if (line.startsWith("note ")) {
            notes.add(unescape(line.substring(5)));
        } else if (line.startsWith("root ")) {
            roots.add(unescape(line.substring(5)));
        } else if (line.startsWith("folder ")) {
            folders.add(unescape(line.substring(7)));
        } else if (line.startsWith("file ")) {
            return parseFile(line);
        } else {
            return false;
        }
        return true;
    }

    private boolean parseFile(String line) {
        int hash = line.indexOf(' ', 5);
        int size = line.indexOf(' ', hash + 1);
        int modified = line.indexOf(' ', size + 1);
        if (hash < 0 || size < 0 || modified < 0) {
            return false;
        }
        try {
            files.put(
                    unescape(line.substring(modified + 1)),
                    new FileStamp(
                            Long.parseLong(line, hash + 1, size, 10),
                            Long.parseLong(line, size + 1, modified, 10),
                            line.substring(5, hash)));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String escape(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
