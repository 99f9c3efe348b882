package io.github.cookiecharter.history.archive;

import io.github.cookiecharter.history.CharterSnapshot;
import io.github.cookiecharter.history.ReleaseHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The folder of recorded charters beside a declaration: {@code cookies.history} beside {@code cookies.yaml}.
 *
 * @param path its path, absolute
 */
public record HistoryFolder(Path path) {

    /** A recorded charter. */
    public record Entry(RecordedName name, RecordedZip zip) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return name.compareTo(other.name);
        }
    }

    /**
     * The content of the folder.
     *
     * @param entries in the order of recording
     * @param foreign the names of zip files that are not those of recorded charters
     */
    public record Listing(List<Entry> entries, List<String> foreign) {

        public Listing {
            entries = List.copyOf(entries);
            foreign = List.copyOf(foreign);
        }
    }

    /**
     * The recorded charters that could be read.
     *
     * @param problems what could not be read, each as a sentence without a full stop
     */
    public record Charters(List<ReleaseHistory.Recorded> recorded, List<String> problems) {

        public Charters {
            recorded = List.copyOf(recorded);
            problems = List.copyOf(problems);
        }
    }

    /** Returns the folder's name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Lists the zip files of the folder; none if there is no folder. */
    public Listing list() {
        List<Entry> entries = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        String[] names = path.toFile().list();
        if (names != null) {
            Arrays.sort(names);
            for (String name : names) {
                Optional<RecordedName> recorded = RecordedName.parse(name);
                if (recorded.isPresent()) {
                    entries.add(new Entry(recorded.get(), new RecordedZip(path.resolve(name))));
                } else if (name.endsWith(".zip")) {
                    foreign.add(name);
                }
            }
        }
        entries.sort(null);
        return new Listing(entries, foreign);
    }

    /** Reads the charters of the folder. */
    public Charters charters() {
        Listing listing = list();
        List<ReleaseHistory.Recorded> recorded = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : listing.foreign()) {
            problems.add(foreign(name));
        }
        for (Entry entry : listing.entries()) {
            try {
                recorded.add(new ReleaseHistory.Recorded(
                        entry.name().day(), CharterSnapshot.read(entry.zip().charter())));
            } catch (IOException e) {
                problems.add(unreadable(entry, e));
            }
        }
        return new Charters(recorded, problems);
    }

    /** Says that a zip file is none of the plugin's. */
    public String foreign(String name) {
        return name() + "/" + name
                + " is not the name of a recorded charter, such as 2026-11-01-r712061027.zip: move the"
                + " file elsewhere";
    }

    /** Says that a recorded charter cannot be read. */
    public String unreadable(Entry entry, IOException e) {
        return name() + "/" + entry.name().fileName() + " " + e.getMessage()
                + ": restore it from version control; it was left as it is";
    }
}
