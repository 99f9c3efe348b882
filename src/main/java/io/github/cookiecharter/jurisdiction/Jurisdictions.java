package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jurisdictions that a declaration may name. */
public final class Jurisdictions {

    /** The one whose rules apply to a declaration that names none. */
    public static final String DEFAULT = "eu";

    private static final Jurisdictions BUILT_IN = new Jurisdictions(
            JurisdictionReader.read(DataTable.lines(Jurisdictions.class, "jurisdictions.txt"), List.of()));

    private final List<Jurisdiction> all;

    private Jurisdictions(List<Jurisdiction> all) {
        this.all = List.copyOf(all);
    }

    /** Returns the jurisdictions that come with the plugin. */
    public static Jurisdictions builtIn() {
        return BUILT_IN;
    }

    /**
     * Returns these jurisdictions and further ones.
     *
     * @param lines sections in the format of {@code jurisdictions.txt}
     * @throws IllegalArgumentException if a line is not in that format; the message names it
     */
    public Jurisdictions with(List<String> lines) {
        List<Jurisdiction> more = new ArrayList<>(all);
        more.addAll(JurisdictionReader.read(lines, all));
        return new Jurisdictions(more);
    }

    /** Returns all, in the order of the data: parents before their children. */
    public List<Jurisdiction> all() {
        return all;
    }

    /** Returns the ids of all, in the order of the data. */
    public List<String> ids() {
        return all.stream().map(Jurisdiction::id).toList();
    }

    /** Returns the jurisdiction with an id, if there is one. */
    public Optional<Jurisdiction> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Returns the jurisdiction with an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Jurisdiction get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no jurisdiction " + id));
    }
}
