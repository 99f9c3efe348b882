package io.github.cookiecharter.goal;

import io.github.cookiecharter.scan.model.ScanRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * The request of one execution of {@code init}.
 *
 * @param folder the module's folder, absolute
 * @param declaration the declaration to write, absolute
 * @param reportsDirectory where the declaration's JSON Schema will lie, absolute
 * @param siteName the name of the project
 * @param siteUrl the project's address as the pom has it; empty where it has none
 * @param scan what to scan
 * @param from files of other tools to write it from in place of the code; none to scan
 */
public record InitRequest(
        Path folder,
        Path declaration,
        Path reportsDirectory,
        String siteName,
        String siteUrl,
        ScanRequest scan,
        List<Path> from) {

    public InitRequest {
        from = List.copyOf(from);
    }
}
