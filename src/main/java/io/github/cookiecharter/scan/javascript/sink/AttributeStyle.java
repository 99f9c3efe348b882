package io.github.cookiecharter.scan.javascript.sink;

/** How the calls of a library pass the attributes of a cookie. */
enum AttributeStyle {
    /** The call passes none. */
    NONE,
    /** Options behind the value; {@code expires} as a number counts days: js-cookie, jquery.cookie. */
    DAYS,
    /** Options behind the value; {@code maxAge} counts seconds: universal-cookie, nookies, Next. */
    SECONDS,
    /** Options behind the name, as there is no value; {@code maxAge} counts seconds: Nuxt. */
    SECONDS_WITHOUT_VALUE,
    /** Options behind the value; {@code maxAge} counts milliseconds, and the cookie may be http-only: Express, Koa. */
    MILLISECONDS,
    /** {@code cookieStore}: always {@code Secure} and {@code SameSite=Strict}. */
    COOKIE_STORE,
    /** {@code set(name, value, days, path, domain, secure, sameSite)}: ngx-cookie-service. */
    LISTED_DAYS,
    /** {@code set(name, value, seconds, path, domain, secure, sameSite)}: vue-cookies, Closure. */
    LISTED_SECONDS
}
