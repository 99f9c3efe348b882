package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stretches of a script that run only where the banner says that the visitor consents. */
final class ScriptConsentGuards {

    /** What the three banners are asked with; the first two by names that nothing else has. */
    private static final Set<String> QUESTIONS =
            Set.of("acceptedCategory", "acceptedService", "getConsent", "userAllowed");

    private static final Set<String> CALLBACKS = Set.of("onConsent", "onAccept");

    private final Tokens tokens;
    private final List<ExpressionExtent.Range> stretches = new ArrayList<>();

    ScriptConsentGuards(Tokens tokens) {
        this.tokens = tokens;
        if (!tokens.source().contains("accepted")
                && !tokens.source().contains("getConsent")
                && !tokens.source().contains(".granted")
                && !tokens.source().contains("tarteaucitron")) {
            return;
        }
        for (int i = 0; i < tokens.size() && stretches.size() < 200; i++) {
            if (asks(i)) {
                add(i);
            }
        }
    }

    /** Returns whether a token is reached only with consent. */
    boolean cover(int token) {
        for (ExpressionExtent.Range stretch : stretches) {
            if (token >= stretch.from() && token < stretch.to()) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(int i) {
        if (!tokens.isIdentifier(i)) {
            return false;
        }
        boolean calls = tokens.is(i + 1, "(");
        // window.cookieCharter.consent().granted.includes("audience")
        boolean isGranted = tokens.is(i, "includes") && calls && tokens.is(i - 2, "granted") && tokens.is(i - 3, ".");
        return isGranted
                || (calls && QUESTIONS.contains(tokens.text(i)))
                || (calls && CALLBACKS.contains(tokens.text(i)) && tokens.is(i - 1, "."))
                || (tokens.is(i, "state") && tokens.is(i - 1, ".") && tokens.is(i - 2, "tarteaucitron"));
    }

    /** The question stands in the condition of an if, or in front of && or ?. */
    private void add(int question) {
        boolean negated = false;
        int at = question;
        for (int i = question - 1; i >= 0 && i > question - 40; i--) {
            int opening = tokens.partner(i);
            if (tokens.is(i, "!")) {
                negated = true;
            } else if (tokens.is(i, "(") && opening > question) {
                if (tokens.is(i - 1, "if")) {
                    condition(i - 1, opening, negated);
                    return;
                }
                at = i;
            } else if (opening >= 0 && opening < i) {
                i = opening;
            } else if (tokens.is(i, ";") || tokens.is(i, "{") || tokens.is(i, "}")) {
                break;
            }
        }
        if (negated) {
            return;
        }
        int end = ExpressionExtent.end(tokens, at);
        for (int i = at; i < end; i = tokens.after(i)) {
            if (tokens.is(i, "&&") || tokens.is(i, "?")) {
                stretches.add(new ExpressionExtent.Range(i, end));
                return;
            }
        }
    }

    private void condition(int statement, int close, boolean negated) {
        int body = close + 1;
        int end = tokens.is(body, "{") ? tokens.after(body) : ExpressionExtent.end(tokens, body);
        if (!negated) {
            stretches.add(new ExpressionExtent.Range(body, end));
            return;
        }
        // if (!allowed) { return; } holds for the rest of the block.
        for (int i = body; i < end && i < body + 200; i++) {
            if (tokens.is(i, "return") || tokens.is(i, "throw")) {
                int block = statement - 1;
                while (block > 0 && !(tokens.is(block, "{") && tokens.partner(block) > close)) {
                    block = tokens.opening(block) - 1;
                }
                int rest = block > 0 ? tokens.partner(block) : tokens.size();
                stretches.add(new ExpressionExtent.Range(end, rest));
                return;
            }
        }
        if (tokens.is(end, "else")) {
            int otherwise = end + 1;
            stretches.add(new ExpressionExtent.Range(
                    otherwise,
                    tokens.is(otherwise, "{") ? tokens.after(otherwise) : ExpressionExtent.end(tokens, otherwise)));
        }
    }
}
