package io.github.cookiecharter.check;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;

/**
 * A declared cookie with its service.
 *
 * @param service the service of the cookie
 * @param cookie the cookie
 */
record DeclaredCookie(Service service, Cookie cookie) {

    private static final String LAMBDA = "lambda$";

    /**
     * Returns whether the declaration covers all names that the evidence may set. In the name of evidence {@code *}
     * stands for an unknown part; a declared pattern that matches it as a plain character matches any value of it.
     */
    boolean covers(Evidence evidence) {
        return evidence.kind() == cookie.kind()
                && evidence.name().isPresent()
                && cookie.name().matches(evidence.name().get());
    }

    /** Returns whether the evidence may set this cookie, among others. */
    boolean mayMatch(Evidence evidence) {
        return evidence.kind() == cookie.kind()
                && evidence.name().isPresent()
                && (cookie.name().matches(evidence.name().get())
                        || new NamePattern(evidence.name().get())
                                .matches(cookie.name().text()));
    }

    /** Returns whether {@code set-by} names the code location of the evidence. */
    boolean isSetAt(CodePlace place) {
        for (String setBy : cookie.setBy()) {
            if (matchesPlace(setBy, place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesPlace(String setBy, CodePlace place) {
        if (place instanceof CodePlace.Code code) {
            return matchesPlace(setBy, code);
        }
        return place instanceof CodePlace.Text text && matchesPlace(setBy, text.path());
    }

    /** Returns whether the declaration has {@code set-by} for this cookie. */
    boolean hasSetBy() {
        return !cookie.setBy().isEmpty();
    }

    /** Returns whether the service's own scripts or frames name a product that is known to set this cookie. */
    boolean isSetByDeclaredAddress() {
        if (cookie.kind() != Kind.COOKIE
                || (service.scripts().isEmpty() && service.frames().isEmpty())) {
            return false;
        }
        for (CookieCatalogue.Entry entry :
                CookieCatalogue.findByName(cookie.name().text())) {
            if (entry.isLoadedBy(service)) {
                return true;
            }
        }
        return false;
    }

    // A class covers its nested classes, and a method covers its lambdas.
    private static boolean matchesPlace(String setBy, CodePlace.Code code) {
        int hash = setBy.indexOf('#');
        String type = hash < 0 ? setBy : setBy.substring(0, hash);
        if (!code.type().equals(type) && !code.type().startsWith(type + "$")) {
            return false;
        }
        return hash < 0 || enclosingMethod(code.method()).equals(setBy.substring(hash + 1));
    }

    /** Returns the method in the source: for a lambda, the method that contains it. */
    static String enclosingMethod(String method) {
        if (!method.startsWith(LAMBDA)) {
            return method;
        }
        int end = method.lastIndexOf('$');
        return end > LAMBDA.length() ? method.substring(LAMBDA.length(), end) : method;
    }

    private static boolean matchesPlace(String setBy, String path) {
        String folder = setBy.endsWith("/") ? setBy : setBy + "/";
        return path.equals(setBy) || path.startsWith(folder);
    }
}
