package io.github.cookiecharter.constants.embedded;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The visitor's choice, as the consent banner recorded it. The parts that differ between sites have example values here, and
 * a template fills them in the generated class: the cookie, the revision, the services with their categories, and the
 * runtime, which is klaro here.
 */
final class Consent {

    /** The categories of the example. */
    enum Category {
        /** One with two services. */
        STATISTICS("statistics"),
        /** One with a single service. */
        MARKETING("marketing");

        /** What the charter calls it. */
        private final String id;

        /**
         * A category of the charter.
         *
         * @param id what the charter calls it
         */
        Category(String id) {
            this.id = id;
        }

        /**
         * Returns what the charter calls this category.
         *
         * @return the category's id
         */
        String id() {
            return id;
        }
    }

    /** What the site asks now, where the record holds the revision. */
    static final double REVISION = 7;

    /** No choice that counts. */
    static final Consent NONE = new Consent(false, Collections.emptySet(), Collections.emptySet(), null, null);

    /** The services that wait for consent, as the record calls them, each with its category. */
    static final Map<String, Category> ASKED = new LinkedHashMap<>();

    /** The services that run until the visitor objects, each with what the record calls it. */
    static final Map<String, String> OBJECTABLE = new LinkedHashMap<>();

    /** The cookie that holds the record. */
    private static final String RECORD = "choice-r7";

    /** What the cookie's name begins with, whatever the revision. */
    private static final String RECORD_OF_ALL_REVISIONS = "choice";

    /** The cookie that holds the record from before the site declared a domain. */
    private static final String RECORD_WITHOUT_DOMAIN = "choice-alone-r7";

    static {
        ASKED.put("audience", Category.STATISTICS);
        ASKED.put("heat", Category.STATISTICS);
        ASKED.put("ads", Category.MARKETING);
        OBJECTABLE.put("reach", "reach");
    }

    /**
     * Reads a record of the runtime.
     *
     * @param value what the cookie holds
     * @return the choice
     */
    private static Consent read(String value) {
        return KlaroRecord.read(value);
    }

    // <embedded>
    /** Whether the record answers what the site asks now. */
    private final boolean current;

    /** The services that the visitor allows. */
    private final Set<String> services;

    /** The services that need no consent and to which the visitor objects. */
    private final Set<String> objected;

    /** When the visitor chose, or {@code null}. */
    private final Instant time;

    /** The id of the choice, or {@code null}. */
    private final String id;

    /**
     * A choice.
     *
     * @param current whether the record answers what the site asks now
     * @param services the services that the visitor allows
     * @param objected the services to which the visitor objects
     * @param time when the visitor chose, or {@code null}
     * @param id the id of the choice, or {@code null}
     */
    private Consent(boolean current, Set<String> services, Set<String> objected, Instant time, String id) {
        this.current = current;
        this.services = services;
        this.objected = objected;
        this.time = time;
        this.id = id;
    }

    /**
     * A choice, of which only the objections count if it does not answer what the site asks now.
     *
     * @param current whether the record answers what the site asks now
     * @param services the services that the visitor allows
     * @param objected the services to which the visitor objects
     * @param time when the visitor chose, or {@code null}
     * @param id the id of the choice, or {@code null}
     * @return the choice
     */
    /* private */ static Consent of(
            boolean current, Set<String> services, Set<String> objected, Instant time, String id) {
        if (current) {
            return new Consent(true, services, objected, time, id);
        }
        return objected.isEmpty() ? NONE : new Consent(false, Collections.emptySet(), objected, null, null);
    }

    /**
     * Reads the record of the choice from a request.
     *
     * <p>Never rely on it for security: it comes from the browser. Of several records, which an earlier
     * configuration of the site can leave behind, only what all of them allow counts. An objection holds until the
     * visitor chooses anew, even if the site asks for something else by then.
     *
     * @param cookieHeader the value of the request's header {@code Cookie}; {@code null} if there is none
     * @return the choice; one that allows nothing if there is no valid record
     */
    public static Consent parse(String cookieHeader) {
        Consent consent = null;
        Consent former = NONE;
        if (cookieHeader != null) {
            for (String pair : cookieHeader.split(";")) {
                int at = pair.indexOf('=');
                String name = at < 0 ? "" : pair.substring(0, at).trim();
                if (name.equals(RECORD)) {
                    Consent each = valid(pair.substring(at + 1).trim());
                    consent = consent == null ? each : consent.and(each);
                } else if (isFormer(name)) {
                    former = former.and(valid(pair.substring(at + 1).trim()));
                }
            }
        }
        return consent == null || consent == NONE ? former : consent;
    }

    /**
     * Tells whether a cookie holds the record of another revision.
     *
     * @param name the cookie's name
     * @return whether it does
     */
    private static boolean isFormer(String name) {
        if (!name.startsWith(RECORD_OF_ALL_REVISIONS)) {
            return name.equals(RECORD_WITHOUT_DOMAIN);
        }
        String revision = name.substring(RECORD_OF_ALL_REVISIONS.length());
        return revision.isEmpty() || revision.matches("-r[0-9]+") || name.equals(RECORD_WITHOUT_DOMAIN);
    }

    /**
     * Tells what the visitor consented to: of the categories that ask for consent those all of whose services are
     * allowed.
     *
     * @return the categories, unmodifiable
     */
    public Set<Category> granted() {
        Set<Category> granted = EnumSet.noneOf(Category.class);
        granted.addAll(ASKED.values());
        for (Map.Entry<String, Category> asked : ASKED.entrySet()) {
            if (!services.contains(asked.getKey())) {
                granted.remove(asked.getValue());
            }
        }
        return Collections.unmodifiableSet(granted);
    }

    /**
     * Tells to which services the visitor objects: services that need no consent and run until then.
     *
     * @return the ids of the services, unmodifiable
     */
    public Set<String> objected() {
        return Collections.unmodifiableSet(objected);
    }

    /**
     * Tells when the visitor chose.
     *
     * @return the time of the latest choice, where the banner records it
     */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /**
     * Tells by which id the visitor can refer to the choice.
     *
     * @return the id, where the banner records one
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Tells whether the visitor has answered what the site asks now, whatever the answer: if the site asks for
     * consent, the banner of a visitor for whom this is {@code false} is open.
     *
     * @return whether there is a valid record of the current revision
     */
    public boolean isCurrent() {
        return current;
    }

    /**
     * Reads a record.
     *
     * @param value what the cookie holds
     * @return the choice
     */
    private static Consent valid(String value) {
        try {
            return read(value);
        } catch (RuntimeException damaged) {
            return NONE;
        }
    }

    /**
     * Joins two records into what both allow; an objection in one of them is enough.
     *
     * @param other the other record
     * @return the choice
     */
    private Consent and(Consent other) {
        Set<String> both = new HashSet<>(services);
        both.retainAll(other.services);
        Set<String> either = new HashSet<>(objected);
        either.addAll(other.objected);
        return of(current && other.current, both, either, time, id);
    }

    /**
     * Ends the reading of a record that is none.
     *
     * @param valid what a record fulfils
     */
    /* private */ static void require(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException();
        }
    }
    // </embedded>
}
