package com.example.shop;

import com.example.code_coverage.Cookies;
import com.example.code_coverage.Cookies.Consent;

/** The project's own code, which its test covers in full. */
public final class Offers {

    private final Consent consent;

    public Offers(String cookieHeader) {
        this.consent = Consent.parse(cookieHeader);
    }

    public boolean mayRemember(String offer) {
        return Cookies.isAllowed(Cookies.OFFER_PREFIX + offer, consent);
    }
}
