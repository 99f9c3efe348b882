package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import java.util.Optional;

/**
 * A name, or a pattern of names, in the generated class.
 *
 * @param constant the name of its constant; empty for a pattern that is more than a prefix
 * @param cookie the declared cookie that represents the name
 */
record CookieConstant(Optional<String> constant, Cookie cookie, Service service, Category category) {

    NamePattern name() {
        return cookie.name();
    }
}
