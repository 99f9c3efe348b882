package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** A condition under which a jurisdiction knows an exemption from consent. */
public enum ExemptionCondition implements Keyword {
    /** The service yields nothing but anonymous statistics. */
    ANONYMOUS,
    /** The service yields nothing but anonymous statistics, unless the site measures by itself, without a provider. */
    ANONYMOUS_IF_SHARED,
    /** No cookie is a third party's. */
    FIRST_PARTY,
    /** The provider uses the data for nothing of its own. */
    OWN_USE,
    /** A new visit does not extend a lifetime. */
    NOT_RENEWED,
    /** The visitor can object, and the objection is honoured. */
    OBJECTION,
    /** The visitor chose the setting. */
    CHOSEN,
    /** The service serves to improve the site. */
    TO_IMPROVE,
    /** The site could not be run without the service. */
    TO_OPERATE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
