package io.github.cookiecharter.constants.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What the declaration says of a {@code Set-Cookie} header. */
final class Review {

    /** The verdicts on a header. */
    enum Verdict {
        /** The visitor allows the cookie, or it needs no consent. */
        ALLOWED,
        /** The header deletes a cookie. */
        DELETES,
        /** The charter does not declare the cookie. */
        UNDECLARED,
        /** The visitor has not allowed the cookie. */
        NOT_GRANTED
    }

    // <embedded>
    /** The cookie's name. */
    private final String name;

    /** What comes of it. */
    private final Verdict verdict;

    /** The header as it may go out. */
    private final String header;

    /** The declared attributes that the header lacks or contradicts. */
    private final List<String> differences;

    /**
     * A review.
     *
     * @param name the cookie's name
     * @param verdict what comes of it
     * @param header the header as it may go out
     * @param differences the declared attributes that the header lacks or contradicts
     */
    /* private */ Review(String name, Verdict verdict, String header, List<String> differences) {
        this.name = name;
        this.verdict = verdict;
        this.header = header;
        this.differences = differences;
    }

    /**
     * Reviews a header.
     *
     * @param header any text
     * @param allowed what the visitor allows
     * @param now milliseconds since 1970
     * @return the review
     */
    static Review of(String header, Predicate<Declared> allowed, long now) {
        SetCookieHeader cookie = new SetCookieHeader(header);
        if (cookie.deletes(now)) {
            return new Review(cookie.name, Verdict.DELETES, cookie.text, Collections.emptyList());
        }
        Declared declared = Declared.find(cookie.name);
        if (declared == null) {
            return new Review(cookie.name, Verdict.UNDECLARED, cookie.text, Collections.emptyList());
        }
        if (!allowed.test(declared)) {
            return new Review(cookie.name, Verdict.NOT_GRANTED, cookie.text, Collections.emptyList());
        }
        return complete(cookie, declared.placedLike(cookie), now);
    }

    /**
     * Adds the declared attributes that a header lacks, and shortens the lifetime to the declared one.
     *
     * @param cookie the header
     * @param declared what the charter says of the cookie
     * @param now milliseconds since 1970
     * @return the review
     */
    private static Review complete(SetCookieHeader cookie, Declared declared, long now) {
        SetCookieHeader attributes = declared.attributes;
        List<String> differences = new ArrayList<>(0);
        StringBuilder header = new StringBuilder();
        if (cookie.outlives(attributes.maxAge, now)) {
            header.append(cookie.withoutLifetime());
            if (attributes.maxAge != null) {
                add("Max-Age=" + attributes.maxAge, header, differences);
            } else {
                differences.add("Session");
            }
        } else {
            header.append(cookie.text);
        }
        boolean needsSecure = attributes.secure;
        if (attributes.sameSite != null && cookie.sameSite == null) {
            add("SameSite=" + attributes.sameSite, header, differences);
            needsSecure |= attributes.sameSite.equals("None");
        } else if (attributes.sameSite != null && !attributes.sameSite.equals(cookie.sameSite)) {
            differences.add("SameSite=" + attributes.sameSite);
        }
        if (attributes.partitioned && !cookie.partitioned) {
            add("Partitioned", header, differences);
            needsSecure = true;
        }
        if (attributes.httpOnly && !cookie.httpOnly) {
            add("HttpOnly", header, differences);
        }
        // Browsers refuse SameSite=None and Partitioned without it.
        if (needsSecure && !cookie.secure) {
            add("Secure", header, differences);
        }
        return new Review(cookie.name, Verdict.ALLOWED, header.toString(), Collections.unmodifiableList(differences));
    }

    /**
     * Adds an attribute.
     *
     * @param attribute the attribute
     * @param header the header
     * @param differences what the header lacks
     */
    private static void add(String attribute, StringBuilder header, List<String> differences) {
        header.append("; ").append(attribute);
        differences.add(attribute);
    }

    /**
     * Returns the name of the cookie.
     *
     * @return the name; empty if the header gives none
     */
    public String name() {
        return name;
    }

    /**
     * Returns what comes of the header.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns the header as it may go out: with the declared attributes, and a lifetime that is no longer than the
     * declared one. A header that is not {@link Verdict#ALLOWED} stays as it is.
     *
     * @return the value of the header, without control characters
     */
    public String header() {
        return header;
    }

    /**
     * Returns in which attributes the header differs from the charter: what it lacks, what it contradicts, and
     * {@code Max-Age} or {@code Session} if the cookie would last longer than declared.
     *
     * @return the declared attributes, unmodifiable
     */
    public List<String> differences() {
        return differences;
    }
    // </embedded>
}
