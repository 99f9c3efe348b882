package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Class path entries in memory. */
public final class InMemory {

    private InMemory() {}

    /** Returns an entry of the project itself with these files, by their paths. */
    public static ClassPathEntry own(Map<String, byte[]> files) {
        Path module = Path.of("module").toAbsolutePath();
        return new ClassPathEntry(
                new Files(new TreeMap<>(files)),
                new EntryOrigin("module", Evidence.OWN, true, List.of(), module),
                0,
                Optional.empty());
    }

    private record Files(TreeMap<String, byte[]> contents) implements FileTree {

        @Override
        public List<String> paths() {
            return List.copyOf(contents.keySet());
        }

        @Override
        public byte[] read(String path, long maxBytes) throws IOException {
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
