package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.html.ScannedPage.ServerCookie;
import io.github.cookiecharter.scan.html.ServerCode.Kind;
import io.github.cookiecharter.scan.html.ServerCode.Token;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the cookies that Java or Groovy code in a page sets. Outside of that code the same words are JavaScript. */
final class ServerPageCookies {

    /** The classes that stand for a cookie of the response, with the name as first argument of the constructor. */
    private static final Set<String> COOKIE_TYPES = Set.of("Cookie", "NewCookie");

    private static final Set<String> HEADER_METHODS = Set.of("addHeader", "setHeader", "addIntHeader", "header");

    private final List<Token> tokens;
    private final ServerCodeValues values;
    private final List<ServerCookie> found = new ArrayList<>();

    private ServerPageCookies(List<Token> tokens) {
        this.tokens = tokens;
        this.values = new ServerCodeValues(tokens);
    }

    static List<ServerCookie> find(String text, String extension) {
        if (!text.contains("Cookie") && !text.contains("cookie")) {
            return List.of();
        }
        ServerPageCookies cookies = new ServerPageCookies(ServerCode.tokens(text, extension));
        cookies.find();
        return cookies.found;
    }

    private void find() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Kind.WORD || !values.isSign(i + 1, "(")) {
                continue;
            }
            if (COOKIE_TYPES.contains(token.text())) {
                addConstructor(i);
            } else if (HEADER_METHODS.contains(token.text()) && values.isSign(i - 1, ".")) {
                addHeader(i);
            } else if (token.is("from")
                    && values.isSign(i - 1, ".")
                    && tokens.get(i - 2).is("ResponseCookie")) {
                add(i + 2, tokens.get(i - 2).offset(), "ResponseCookie.from", false);
            }
        }
    }

    /** new Cookie(name, …), new javax.servlet.http.Cookie(name, …) */
    private void addConstructor(int type) {
        int start = type;
        while (values.isSign(start - 1, ".") && start >= 2) {
            start -= 2;
        }
        if (start == 0 || !tokens.get(start - 1).is("new")) {
            return;
        }
        StringBuilder name = new StringBuilder("new ");
        for (int i = start; i <= type; i++) {
            name.append(tokens.get(i).text());
        }
        add(type + 2, tokens.get(start - 1).offset(), name.toString(), isDeleted(start - 1));
    }

    /** Returns whether the variable that the cookie is assigned to gets the age 0. */
    private boolean isDeleted(int creation) {
        if (!values.isSign(creation - 1, "=") || creation < 2) {
            return false;
        }
        String variable = tokens.get(creation - 2).text();
        for (int i = creation; i + 5 < tokens.size(); i++) {
            boolean isAssigned = i > creation && tokens.get(i).is(variable) && values.isSign(i + 1, "=");
            if (isAssigned) {
                return false;
            }
            if (tokens.get(i).is(variable)
                    && values.isSign(i + 1, ".")
                    && tokens.get(i + 2).is("setMaxAge")
                    && values.isSign(i + 3, "(")) {
                return tokens.get(i + 4).is("0") && values.isSign(i + 5, ")");
            }
        }
        return false;
    }

    private void add(int argument, int offset, String how, boolean deletes) {
        for (String value : values.evaluate(argument, values.expressionEnd(argument))) {
            found.add(new ServerCookie(new AbstractString(value), offset, how, deletes, ObservedAttributes.UNKNOWN));
        }
    }

    /** addHeader("Set-Cookie", "name=value") */
    private void addHeader(int method) {
        int comma = values.expressionEnd(method + 2);
        boolean isSetCookie = values.evaluate(method + 2, comma).stream().anyMatch("Set-Cookie"::equalsIgnoreCase);
        if (!isSetCookie || !values.isSign(comma, ",")) {
            return;
        }
        int offset = tokens.get(method + 2).offset();
        for (String value : values.evaluate(comma + 1, values.expressionEnd(comma + 1))) {
            AbstractString header = new AbstractString(value);
            if (SetCookieParser.hasName(header)) {
                SetCookie cookie = SetCookieParser.parse(header);
                found.add(new ServerCookie(
                        cookie.name(), offset, "the header Set-Cookie", cookie.deletes(), cookie.attributes()));
            } else {
                found.add(new ServerCookie(
                        AbstractString.ANY, offset, "the header Set-Cookie", false, ObservedAttributes.UNKNOWN));
            }
        }
    }
}
