package io.github.cookiecharter.scan.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Real applications from Maven Central, whose scripts were read by people: what is found, and what is right of it. */
class ScriptGroundTruthTest {

    /** The folder with the archives, under their names on Maven Central: the small ones, with -Pgroundtruth all. */
    private static final Path FOLDER = Path.of(System.getProperty("cookie-charter.groundtruth", "target/groundtruth"));

    /**
     * How well the scan did.
     *
     * @param missed names that people saw and the scan did not
     * @param wrong names that only the scan saw
     */
    record Score(int archives, int rows, int reported, List<String> missed, List<String> wrong) {

        double recall() {
            return rows == 0 ? 0 : 1 - (double) missed.size() / rows;
        }

        double precision() {
            return reported == 0 ? 0 : 1 - (double) wrong.size() / reported;
        }
    }

    @Test
    void theNamesThatPeopleSawAreFoundAndFewOthers() throws IOException {
        Score score = score(FOLDER);
        assertThat(score.archives())
                .as("the build copies druid and primefaces to " + FOLDER)
                .isGreaterThan(1);
        assertThat(score.recall()).as("missed: " + score.missed()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.precision()).as("wrong: " + score.wrong()).isGreaterThanOrEqualTo(0.9);
    }

    /** Scans the archives of the table that lie in a folder and holds the names against the table. */
    static Score score(Path folder) throws IOException {
        Set<String> archives = new TreeSet<>();
        Set<String> rows = new TreeSet<>();
        Set<String> right = new TreeSet<>();
        for (String line : table()) {
            String[] cells = line.split("\t", -1);
            String pair = cells[0] + " " + cells[1];
            if (Files.isRegularFile(folder.resolve(cells[0]))) {
                archives.add(cells[0]);
                right.add(pair);
                if (cells[2].equals("row")) {
                    rows.add(pair);
                }
            }
        }
        Set<String> reported = new TreeSet<>();
        for (String archive : archives) {
            for (Evidence evidence : scan(folder.resolve(archive))) {
                if (evidence.certainty() != Certainty.CLAIMED) {
                    evidence.name().ifPresent(name -> reported.add(archive + " " + name));
                }
            }
        }
        List<String> missed = new ArrayList<>(rows);
        missed.removeAll(reported);
        List<String> wrong = new ArrayList<>(reported);
        wrong.removeAll(right);
        return new Score(archives.size(), rows.size(), reported.size(), missed, wrong);
    }

    private static List<String> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ScriptGroundTruthTest.class.getResourceAsStream("ground-truth.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<Evidence> scan(Path archive) throws IOException {
        ScriptScanner scan = new ScriptScanner();
        try (InputStream in = Files.newInputStream(archive)) {
            add(scan, "", in);
        }
        return scan.finish();
    }

    private static void add(ScriptScanner scan, String prefix, InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String path = prefix + entry.getName();
            if (path.endsWith(".jar")) {
                add(scan, path + "!/", new ByteArrayInputStream(zip.readAllBytes()));
            } else if (new ScriptScanner().supports(path)) {
                scan.accept(TextFile.of(path, Evidence.OWN, zip.readAllBytes()));
            }
        }
    }
}
