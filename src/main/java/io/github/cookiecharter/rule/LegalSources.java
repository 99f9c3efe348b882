package io.github.cookiecharter.rule;

import java.time.LocalDate;
import java.util.Optional;

/** The laws, judgments, guidance and standards that several rules cite, each under one name. */
public final class LegalSources {

    private LegalSources() {}

    /** Draft 22, which the IESG approved as a Proposed Standard. */
    public static LegalSource rfc6265bis(String section) {
        return new LegalSource(
                "Cookies: HTTP State Management Mechanism (RFC 6265bis)", "section " + section, day(2025, 12, 2));
    }

    /** Regulation (EU) 2016/679, since it applies. */
    public static LegalSource gdpr(String article) {
        return new LegalSource("General Data Protection Regulation", "article " + article, day(2018, 5, 25));
    }

    /** Directive 2002/58/EC, since Directive 2009/136/EC is in force. */
    public static LegalSource eprivacy(String article) {
        return new LegalSource("ePrivacy Directive 2002/58/EC", article, day(2009, 12, 19));
    }

    /** Bundesverband der Verbraucherzentralen v Planet49, Court of Justice of the European Union. */
    public static LegalSource planet49() {
        return new LegalSource("CJEU, C-673/17 (Planet49)", "operative part, 3", day(2019, 10, 1));
    }

    /** As amended by deliberation 2025-131, which the Journal officiel of 18 January 2026 published. */
    public static LegalSource cnilRecommendation(String place) {
        return new LegalSource(
                "CNIL, recommendation 2020-092 on cookies and other trackers, as amended by deliberation 2025-131",
                place,
                day(2026, 1, 18));
    }

    /** The guidelines that list the trackers that need no consent; the recommendation refers to them. */
    public static LegalSource cnilGuidelines(String place) {
        return new LegalSource("CNIL, guidelines 2020-091 on cookies and other trackers", place, day(2020, 9, 17));
    }

    public static LegalSource cnilAudience() {
        return new LegalSource("CNIL, exemption for audience measurement", "", day(2025, 7, 4));
    }

    public static LegalSource aepdGuide(String place) {
        return new LegalSource("AEPD, guide on the use of cookies", place, day(2023, 7, 11));
    }

    public static LegalSource aepdAudience() {
        return new LegalSource(
                "AEPD, guide on the use of cookies for audience measurement tools", "", day(2024, 1, 11));
    }

    /** The General Data Protection Regulation as it is part of the law of the United Kingdom. */
    public static LegalSource ukGdpr(String article) {
        return new LegalSource("UK General Data Protection Regulation", "article " + article, day(2021, 1, 1));
    }

    public static LegalSource garante(String place) {
        return new LegalSource("Garante, guidelines on cookies and other tracking tools", place, day(2021, 6, 10));
    }

    /** The opinion on cookies that need no consent. */
    public static LegalSource workingParty() {
        return new LegalSource(
                "Article 29 Working Party, opinion 04/2012 on cookie consent exemption", "", day(2012, 6, 7));
    }

    public static LegalSource ico(String place) {
        return new LegalSource("ICO, guidance on the use of storage and access technologies", place, day(2026, 4, 29));
    }

    /** As amended by the Data (Use and Access) Act 2025. */
    public static LegalSource pecr(String place) {
        return new LegalSource("Privacy and Electronic Communications Regulations (UK)", place, day(2026, 2, 5));
    }

    public static LegalSource taskforce() {
        return new LegalSource(
                "EDPB, report of the Cookie Banner Taskforce",
                "inaccurately classified essential cookies",
                day(2023, 1, 17));
    }

    public static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }
}
