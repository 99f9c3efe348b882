package io.github.cookiecharter.imports;

import io.github.cookiecharter.imports.model.ImportedCookie;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.imports.model.Told;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address and the hosts of the site: as a file tells them without doubt, as the build knows them, where a recording
 * began, or the host below which all cookies lie.
 *
 * @param url the address, to be reviewed unless a file tells it
 * @param hosts all hosts of the site, that of the address first
 */
record ImportedHosts(Told url, List<String> hosts) {

    private static final String UNKNOWN = "https://www.example.org";

    static ImportedHosts of(List<ImportedFile> files, String siteUrl) {
        Told url = url(files, siteUrl);
        Set<String> hosts = new LinkedHashSet<>();
        hosts.add(host(url.words()));
        for (ImportedFile file : files) {
            Optional<Told> further = file.site().get("hosts");
            if (further.isPresent() && further.get() instanceof Told.Items items) {
                hosts.addAll(items.items());
            }
        }
        hosts.remove("");
        return new ImportedHosts(url, List.copyOf(hosts));
    }

    private static Told url(List<ImportedFile> files, String siteUrl) {
        Optional<Told> guessed = Optional.empty();
        for (ImportedFile file : files) {
            Optional<Told> told = file.site().get("url");
            if (told.isPresent() && told.get().review().isEmpty()) {
                return told.get();
            }
            guessed = guessed.isPresent() ? guessed : told;
        }
        if (guessed.isPresent() && !isLocal(host(guessed.get().words()))) {
            return guessed.get();
        }
        if (!siteUrl.isEmpty()) {
            return Told.review(siteUrl, "the address that visitors see");
        }
        String common = common(files);
        return guessed.orElseGet(() -> common.isEmpty()
                ? Told.review(UNKNOWN, "the address that visitors see")
                : Told.review("https://" + common, "the host of all cookies"));
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.");
    }

    // The longest host, if all others are parents of it.
    private static String common(List<ImportedFile> files) {
        Set<String> domains = new LinkedHashSet<>();
        for (ImportedFile file : files) {
            for (ImportedCookie cookie : file.cookies()) {
                for (String domain : cookie.part().text("domain").split(", ", -1)) {
                    domains.add(plain(domain));
                }
            }
        }
        domains.remove("");
        String longest = domains.stream()
                .max((one, other) -> one.length() - other.length())
                .orElse("");
        boolean all = domains.stream().allMatch(domain -> longest.equals(domain) || longest.endsWith("." + domain));
        return all && longest.indexOf('.') > 0 ? longest : "";
    }

    private static String plain(String domain) {
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Returns whether a cookie with these domains, none of which includes the hosts below it, needs no domain. */
    boolean areOwn(List<String> domains) {
        return !domains.isEmpty() && hosts.containsAll(domains);
    }

    /** Returns whether a domain is a host of the site or a parent of one. */
    boolean isOwn(String domain) {
        return hosts.stream().anyMatch(host -> host.equals(domain) || host.endsWith("." + domain));
    }

    void putInto(ImportedPart site) {
        site.replace("url", url);
    }
}
