package io.github.cookiecharter.scan;

import io.github.cookiecharter.scan.classpath.ClassPath;
import io.github.cookiecharter.scan.classpath.ClassPathEntry;
import io.github.cookiecharter.scan.classpath.LibraryArchive;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.config.ConfigScanner;
import io.github.cookiecharter.scan.config.reader.MetadataReader;
import io.github.cookiecharter.scan.html.LoadedScripts;
import io.github.cookiecharter.scan.javascript.ScriptScanner;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import io.github.cookiecharter.scan.store.Digests;
import io.github.cookiecharter.scan.store.IndexStore;
import io.github.cookiecharter.scan.store.RecordReader;
import io.github.cookiecharter.scan.store.RecordWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the scripts, pages and configuration of libraries, and keeps between builds what they say: it depends on the
 * library alone, since the scripts of one origin are analysed together and the configuration is evaluated later.
 */
final class LibraryTexts {

    private final IndexStore store;
    private final PathFilter filter;
    private final Receivers receivers;
    private final ScanWarnings warnings;
    private final Map<String, Integer> entriesByOrigin = new HashMap<>();

    /** The scanners of the whole class path. */
    record Receivers(ScriptScanner scripts, ConfigScanner config, LoadedScripts loaded) {}

    LibraryTexts(
            List<ClassPathEntry> entries,
            PathFilter filter,
            Receivers receivers,
            ScanWarnings warnings,
            IndexStore store) {
        this.filter = filter;
        this.receivers = receivers;
        this.warnings = warnings;
        this.store = store;
        entries.forEach(entry -> entriesByOrigin.merge(entry.origin(), 1, Integer::sum));
    }

    /** Returns whether an entry is a library that is reported and shares its origin with nothing on the class path. */
    boolean supports(ClassPathEntry entry) {
        return store.isEnabled()
                && entry.isReported()
                && name(entry).isPresent()
                && entriesByOrigin.getOrDefault(entry.origin(), 0) == 1;
    }

    private Optional<String> name(ClassPathEntry entry) {
        return entry.library()
                .flatMap(LibraryArchive::sha256)
                .map(digest -> Digests.of(digest + "\n" + entry.origin() + "\n" + filter) + ".texts");
    }

    /**
     * Passes what the files of an entry say to the scanners.
     *
     * @return the number of files
     */
    int read(ClassPathEntry entry) {
        String name = name(entry).orElseThrow();
        Optional<byte[]> stored = store.read(name);
        return stored.isPresent() ? restore(new RecordReader(stored.get())) : readAndStore(entry, name);
    }

    private int restore(RecordReader in) {
        int files = in.number();
        pass(new Texts(
                new ScriptScanner.Evaluated(in.list(in::evidence), in.texts(), in.list(in::openScript)),
                new ConfigScanner.Accepted(
                        in.list(() -> new TextFile(in.text(), in.text(), in.text())),
                        in.list(() -> new MetadataReader.NameKeys(
                                in.list(() -> new MetadataReader.NameKey(in.text(), in.optional(in::text))),
                                in.optional(in::text)))),
                new LoadedScripts.Mentions(in.texts(), in.texts(), in.texts())));
        return files;
    }

    /** What the files of a library say. */
    private record Texts(
            ScriptScanner.Evaluated scripts, ConfigScanner.Accepted config, LoadedScripts.Mentions mentions) {}

    private void pass(Texts texts) {
        receivers.scripts().accept(texts.scripts());
        receivers.config().accept(texts.config());
        receivers.loaded().accept(texts.mentions());
    }

    private int readAndStore(ClassPathEntry entry, String name) {
        ScriptScanner scripts = new ScriptScanner();
        ConfigScanner config = new ConfigScanner();
        LoadedScripts loaded = new LoadedScripts();
        ScanWarnings unread = new ScanWarnings();
        List<TextFileConsumer> consumers = List.of(scripts, config, loaded);
        int files = ClassPath.readTextFiles(entry, consumers, filter, unread);
        Texts texts = new Texts(scripts.evaluated(), config.accepted(), loaded.mentions());
        pass(texts);
        unread.warnings().forEach(warnings::add);
        if (unread.warnings().isEmpty()) {
            RecordWriter out = new RecordWriter();
            out.number(files);
            out.list(texts.scripts().evidence(), out::evidence);
            out.texts(texts.scripts().unreadPaths());
            out.list(texts.scripts().openScripts(), out::openScript);
            write(texts.config(), out);
            out.texts(texts.mentions().names());
            out.texts(texts.mentions().libraries());
            out.texts(texts.mentions().packages());
            store.write(name, out.toBytes());
        }
        return files;
    }

    private static void write(ConfigScanner.Accepted accepted, RecordWriter out) {
        out.list(accepted.files(), file -> {
            out.text(file.path());
            out.text(file.origin());
            out.text(file.text());
        });
        out.list(accepted.metadata(), metadata -> {
            out.list(metadata.keys(), key -> {
                out.text(key.key());
                out.optional(key.defaultName(), out::text);
            });
            out.optional(metadata.warning(), out::text);
        });
    }
}
