package io.github.cookiecharter.scan.html;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.html.ServerCode.Kind;
import io.github.cookiecharter.scan.html.ServerCode.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates expressions in the code of a page: literals, concatenations, variables, constants and parameters. */
final class ServerCodeValues {

    private static final int MAX_VALUES = 16;
    private static final String UNKNOWN = AbstractString.ANY.notation();

    /** The words in front of parentheses and a block that declare no method. */
    private static final Set<String> STATEMENTS =
            Set.of("if", "for", "while", "switch", "catch", "synchronized", "try");

    private final List<Token> tokens;
    private final Map<String, List<int[]>> assigned = new HashMap<>();
    private final Map<String, List<Parameter>> parameters = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    /** A parameter of a method that the page declares. */
    private record Parameter(String method, int index, int bodyFrom, int bodyTo) {}

    ServerCodeValues(List<Token> tokens) {
        this.tokens = tokens;
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("=") && tokens.get(i - 1).kind() == Kind.WORD && !isSign(i + 1, "=")) {
                int end = expressionEnd(i + 1);
                assigned.computeIfAbsent(tokens.get(i - 1).text(), any -> new ArrayList<>())
                        .add(new int[] {i + 1, end});
            } else if (tokens.get(i).is("{") && tokens.get(i - 1).is(")")) {
                addMethod(i);
            }
        }
    }

    boolean isSign(int index, String sign) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(sign);
    }

    /** Returns the index of the token that ends the expression which begins at an index. */
    int expressionEnd(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (depth-- == 0) {
                    return i;
                }
            } else if (depth == 0 && (token.is(";") || token.is(","))) {
                return i;
            }
        }
        return tokens.size();
    }

    private int matching(int close, String open, String sign) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            depth += tokens.get(i).is(sign) ? 1 : tokens.get(i).is(open) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void addMethod(int brace) {
        int open = matching(brace - 1, "(", ")");
        if (open < 2
                || tokens.get(open - 1).kind() != Kind.WORD
                || tokens.get(open - 2).is("new")) {
            return;
        }
        String method = tokens.get(open - 1).text();
        if (STATEMENTS.contains(method)) {
            return;
        }
        int end = expressionEnd(brace + 1);
        int index = 0;
        for (int i = open + 1; i < brace; i++) {
            if ((isSign(i + 1, ",") || i + 1 == brace - 1) && tokens.get(i).kind() == Kind.WORD) {
                parameters
                        .computeIfAbsent(tokens.get(i).text(), any -> new ArrayList<>())
                        .add(new Parameter(method, index++, brace, end));
            }
        }
    }

    /** Returns the values of the expression between two indexes, in the notation of {@link AbstractString}. */
    Set<String> evaluate(int from, int to) {
        int question = topLevel(from, to, "?");
        if (question >= 0) {
            int colon = topLevel(question, to, ":");
            Set<String> either = new LinkedHashSet<>();
            if (colon > 0) {
                either.addAll(evaluate(question + 1, colon));
                either.addAll(evaluate(colon + 1, to));
            }
            return either.isEmpty() ? Set.of(UNKNOWN) : either;
        }
        Set<String> all = Set.of("");
        int start = from;
        while (start < to) {
            int plus = topLevel(start, to, "+");
            int end = plus < 0 ? to : plus;
            all = concat(all, term(start, end));
            start = end + 1;
        }
        return from < to ? all : Set.of(UNKNOWN);
    }

    private static Set<String> concat(Set<String> first, Set<String> second) {
        Set<String> all = new LinkedHashSet<>();
        for (String left : first) {
            for (String right : second) {
                if (all.size() < MAX_VALUES) {
                    all.add(left + right);
                }
            }
        }
        return all;
    }

    private int topLevel(int from, int to, String sign) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.is(sign)) {
                return i;
            }
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
        }
        return -1;
    }

    private Set<String> term(int from, int to) {
        if (isSign(from, "(") && to > from + 2 && matching(to - 1, "(", ")") == from) {
            return evaluate(from + 1, to - 1);
        }
        if (to != from + 1) {
            // Such as Names.BASKET of another class, or the call of a method.
            return Set.of(UNKNOWN);
        }
        Token token = tokens.get(from);
        return switch (token.kind()) {
            case TEXT, NUMBER -> Set.of(token.text());
            case WORD -> variable(token.text(), from);
            case SIGN -> Set.of(UNKNOWN);
        };
    }

    private Set<String> variable(String name, int at) {
        if (!inProgress.add(name)) {
            return Set.of(UNKNOWN);
        }
        Set<String> values = new LinkedHashSet<>();
        for (int[] range : assigned.getOrDefault(name, List.of())) {
            values.addAll(evaluate(range[0], range[1]));
        }
        for (Parameter parameter : parameters.getOrDefault(name, List.of())) {
            if (parameter.bodyFrom() < at && at < parameter.bodyTo()) {
                values.addAll(arguments(parameter));
            }
        }
        inProgress.remove(name);
        return values.isEmpty() || values.size() > MAX_VALUES ? Set.of(UNKNOWN) : values;
    }

    private Set<String> arguments(Parameter parameter) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(parameter.method()) && isSign(i + 1, "(") && !isDeclaration(i + 1)) {
                int from = i + 2;
                for (int index = 0; index < parameter.index() && from < tokens.size(); index++) {
                    from = expressionEnd(from) + 1;
                }
                values.addAll(evaluate(from, expressionEnd(from)));
            }
        }
        return values;
    }

    private boolean isDeclaration(int open) {
        int close = expressionEnd(open + 1);
        while (isSign(close, ",")) {
            close = expressionEnd(close + 1);
        }
        return isSign(close + 1, "{");
    }
}
