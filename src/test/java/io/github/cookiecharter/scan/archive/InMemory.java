package io.github.cookiecharter.scan.archive;

import io.github.cookiecharter.scan.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The project's own files without a disk. */
public final class InMemory {

    private InMemory() {}

    /** A container of these files by their paths. */
    public static Container own(Map<String, byte[]> files) {
        Path module = Path.of("module").toAbsolutePath();
        return new Container(
                new Files(new TreeMap<>(files)), new Root("module", Evidence.OWN, true, List.of(), module));
    }

    private record Files(TreeMap<String, byte[]> contents) implements Store {

        @Override
        public List<String> paths() {
            return List.copyOf(contents.keySet());
        }

        @Override
        public byte[] read(String path, long most) throws IOException {
            byte[] content = contents.get(path);
            if (content == null) {
                throw new IOException("is missing");
            }
            return content;
        }

        @Override
        public void close() {}
    }
}
