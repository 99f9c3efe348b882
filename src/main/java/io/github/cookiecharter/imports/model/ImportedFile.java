package io.github.cookiecharter.imports.model;

import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file tells. Readers fill it. */
public final class ImportedFile {

    private final String name;
    private final String format;
    private final ImportedPart site = new ImportedPart();
    private final ImportedPart consent = new ImportedPart();
    private final Map<String, ImportedPart> categories = new LinkedHashMap<>();
    private final Map<String, ImportedPart> providers = new LinkedHashMap<>();
    private final Map<String, ImportedPart> services = new LinkedHashMap<>();
    private final List<ImportedCookie> cookies = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<String, Integer> requests = new LinkedHashMap<>();
    private boolean incomplete;

    /**
     * Creates a file that tells nothing yet.
     *
     * @param name the file's name, without its path
     * @param format the name of its format
     */
    public ImportedFile(String name, String format) {
        this.name = name;
        this.format = format;
    }

    /** Returns the file's name. */
    public String name() {
        return name;
    }

    /** Returns the name of the file's format. */
    public String format() {
        return format;
    }

    /** Returns what it tells of the site. */
    public ImportedPart site() {
        return site;
    }

    /** Returns what it tells of the consent. */
    public ImportedPart consent() {
        return consent;
    }

    /** Returns what it tells of a category, to be filled. */
    public ImportedPart category(String id) {
        return categories.computeIfAbsent(id, key -> new ImportedPart());
    }

    /** Returns what it tells of a provider, to be filled. */
    public ImportedPart provider(String id) {
        return providers.computeIfAbsent(id, key -> new ImportedPart());
    }

    /** Returns what it tells of a service, to be filled. */
    public ImportedPart service(String id) {
        return services.computeIfAbsent(id, key -> new ImportedPart());
    }

    /**
     * Adds a cookie.
     *
     * @param service the id of its service in this file; empty if the file does not tell
     * @param line the line in the file, counted from 1; 0 if that says nothing
     */
    public ImportedPart cookie(String cookie, Kind kind, String service, int line) {
        ImportedPart part = new ImportedPart();
        cookies.add(new ImportedCookie(cookie, kind, service, part, place(line)));
        return part;
    }

    /** Returns the file and a line in words. */
    public String place(int line) {
        return name + (line > 0 ? ", line " + line : "");
    }

    /** Adds a comment for the author that belongs to no single entry. */
    public void remark(String text) {
        remarks.add(name + ": " + text);
    }

    /** Adds a line for the console, which is a comment too. */
    public void warn(String text) {
        warnings.add(name + ": " + text);
    }

    /** Says that the file probably lacks the cookies that there were. */
    public void markIncomplete() {
        incomplete = true;
    }

    /** Returns whether the file probably lacks the cookies that there were. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** Adds the address of a request, without its query. */
    public void request(String address, int line) {
        requests.putIfAbsent(address, line);
    }

    /** Returns the addresses of requests with their lines. */
    public Map<String, Integer> requests() {
        return new LinkedHashMap<>(requests);
    }

    /** Returns the categories by id. */
    public Map<String, ImportedPart> categories() {
        return new LinkedHashMap<>(categories);
    }

    /** Returns the providers by id. */
    public Map<String, ImportedPart> providers() {
        return new LinkedHashMap<>(providers);
    }

    /** Returns the services by id. */
    public Map<String, ImportedPart> services() {
        return new LinkedHashMap<>(services);
    }

    /** Returns the cookies in the file's order. */
    public List<ImportedCookie> cookies() {
        return List.copyOf(cookies);
    }

    /** Returns the comments. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Returns the lines for the console. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
