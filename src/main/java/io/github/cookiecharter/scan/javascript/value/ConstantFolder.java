package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;
import java.util.OptionalDouble;

/** Evaluates expressions as far as they are texts: literals, and what is put together from literals. */
public final class ConstantFolder {

    private static final int DEEPEST = 32;
    private static final int MOST_STEPS = 5_000;
    private static final int FEWEST_STEPS = 60;
    private static final long MOST_STEPS_OF_FILE = 5_000_000;

    private final NameResolver names;
    private final PropertyResolver properties;
    private final Origins origins;
    private final NumberFolder numbers;
    private final DateFolder dates;
    private final CallFolder calls;
    private int steps;
    private int nesting;
    private long left = MOST_STEPS_OF_FILE;

    public ConstantFolder(SymbolTable table, SharedConstants constants) {
        this.origins = new Origins(table, this);
        this.numbers = new NumberFolder(table, origins);
        this.dates = new DateFolder(table, numbers);
        this.names = new NameResolver(table, this, constants);
        this.properties = new PropertyResolver(table, this, names);
        this.calls = new CallFolder(table, this, dates);
    }

    public NameResolver names() {
        return names;
    }

    public Origins origins() {
        return origins;
    }

    public NumberFolder numbers() {
        return numbers;
    }

    /** How many seconds from now a date is. */
    public OptionalDouble fromNow(SyntaxNode date, Scope scope) {
        return dates.secondsFromNow(date, scope, 0);
    }

    /** What an expression stands for. */
    public ScriptValue of(SyntaxNode node, Scope scope) {
        if (nesting > 0) {
            return value(node, scope, nesting);
        }
        int granted = left > 0 ? MOST_STEPS : FEWEST_STEPS;
        steps = granted;
        ScriptValue value = value(node, scope, 0);
        left -= granted - steps;
        return value;
    }

    /** The one text or number that a key of brackets is; empty where it is not known. */
    List<String> key(SyntaxNode node, Scope scope) {
        if (node instanceof SyntaxNode.Text text) {
            return List.of(text.value());
        }
        if (node instanceof SyntaxNode.Digits digits) {
            return List.of(digits.text());
        }
        return of(node, scope).literal();
    }

    ScriptValue value(SyntaxNode node, Scope scope, int depth) {
        if (depth > DEEPEST || steps-- <= 0) {
            return ScriptValue.UNKNOWN;
        }
        int before = nesting;
        nesting = depth + 1;
        try {
            return fold(node, scope, depth + 1);
        } finally {
            nesting = before;
        }
    }

    private ScriptValue fold(SyntaxNode node, Scope scope, int depth) {
        if (node instanceof SyntaxNode.Text text) {
            return ScriptValue.of(text.value());
        }
        if (node instanceof SyntaxNode.Identifier identifier) {
            return names.variable(identifier, scope, depth);
        }
        if (node instanceof SyntaxNode.Member || node instanceof SyntaxNode.Index) {
            return properties.value(node, scope, depth);
        }
        if (node instanceof SyntaxNode.Template template) {
            return concatenated(template.parts(), scope, depth);
        }
        if (node instanceof SyntaxNode.Binary binary) {
            return binary(binary, scope, depth);
        }
        if (node instanceof SyntaxNode.Call call) {
            return calls.call(call, scope, depth);
        }
        if (node instanceof SyntaxNode.Digits) {
            return numbers.text(node, scope);
        }
        if (node instanceof SyntaxNode.Conditional conditional) {
            return ScriptValue.any(
                    List.of(value(conditional.then(), scope, depth), value(conditional.otherwise(), scope, depth)));
        }
        if (node instanceof SyntaxNode.Assignment assignment) {
            return value(assignment.value(), scope, depth);
        }
        if (node instanceof SyntaxNode.Sequence sequence
                && !sequence.expressions().isEmpty()) {
            return value(sequence.expressions().get(sequence.expressions().size() - 1), scope, depth);
        }
        if (node instanceof SyntaxNode.Unary unary) {
            return unary.operator().equals("await") ? value(unary.operand(), scope, depth) : numbers.text(unary, scope);
        }
        if (node instanceof SyntaxNode.TaggedTemplate tagged
                && Origins.lastName(tagged.tag()).equals("raw")) {
            return value(tagged.template(), scope, depth);
        }
        return ScriptValue.UNKNOWN;
    }

    private ScriptValue binary(SyntaxNode.Binary binary, Scope scope, int depth) {
        List<SyntaxNode> operands = binary.operands();
        switch (binary.operator()) {
            case "+" -> {
                ScriptValue number = numbers.text(binary, scope);
                return number.isUnknown() ? concatenated(operands, scope, depth) : number;
            }
            case "||", "??" -> {
                ScriptValue any = ScriptValue.UNKNOWN;
                for (SyntaxNode operand : operands) {
                    any = any.or(value(operand, scope, depth));
                }
                return any;
            }
            case "&&" -> {
                return value(operands.get(operands.size() - 1), scope, depth);
            }
            case "-", "*", "/", "%" -> {
                return numbers.text(binary, scope);
            }
            default -> {
                return ScriptValue.UNKNOWN;
            }
        }
    }

    ScriptValue concatenated(List<SyntaxNode> parts, Scope scope, int depth) {
        ScriptValue text = ScriptValue.of("");
        for (SyntaxNode part : parts) {
            text = text.then(value(part, scope, depth));
        }
        return text;
    }
}
