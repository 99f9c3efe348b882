package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The stretches of a script that run only where the banner says that the visitor consents. */
final class ScriptConsentGuards {

    private static final int DEEPEST = 20;
    private static final int MOST = 200;

    /** What the three banners are asked with; the first two by names that nothing else has. */
    private static final Set<String> QUESTIONS =
            Set.of("acceptedCategory", "acceptedService", "getConsent", "userAllowed");

    /** A stretch of the source. */
    private record Stretch(int from, int to) {}

    /** What a condition says of consent. */
    private enum Answer {
        GIVEN,
        MISSING,
        NOTHING
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private final Deque<SyntaxNode> open = new ArrayDeque<>();

    ScriptConsentGuards(List<SyntaxNode> statements, String source) {
        if (!source.contains("accepted")
                && !source.contains("getConsent")
                && !source.contains(".granted")
                && !source.contains("tarteaucitron")) {
            return;
        }
        block(statements, source.length());
        while (!open.isEmpty() && stretches.size() < MOST) {
            visit(open.pop());
        }
    }

    /** Returns whether a place is reached only with consent. */
    boolean cover(int offset) {
        for (Stretch stretch : stretches) {
            if (offset >= stretch.from() && offset < stretch.to()) {
                return true;
            }
        }
        return false;
    }

    private void visit(SyntaxNode node) {
        if (node instanceof SyntaxNode.Block block) {
            block(block.statements(), block.end());
            return;
        }
        if (node instanceof SyntaxNode.If branches) {
            branches(branches);
        } else if (node instanceof SyntaxNode.Conditional conditional) {
            conditional(conditional);
        } else if (node instanceof SyntaxNode.Binary binary && binary.operator().equals("&&")) {
            conjunction(binary);
        }
        node.forEachChild(open::push);
    }

    /** if (!allowed) { return; } holds for the rest of the block. */
    private void block(List<SyntaxNode> statements, int end) {
        for (SyntaxNode statement : statements) {
            if (statement instanceof SyntaxNode.If branches
                    && branches.branches().size() == 1
                    && answer(branches.tests().get(0), 0) == Answer.MISSING
                    && leaves(branches.branches().get(0))) {
                stretches.add(new Stretch(branches.end(), end));
            }
            open.push(statement);
        }
    }

    private static boolean leaves(SyntaxNode branch) {
        SyntaxNode last = branch;
        if (branch instanceof SyntaxNode.Block block && !block.statements().isEmpty()) {
            last = block.statements().get(block.statements().size() - 1);
        }
        return last instanceof SyntaxNode.Exit;
    }

    private void branches(SyntaxNode.If branches) {
        Answer answer = answer(branches.tests().get(0), 0);
        if (answer == Answer.GIVEN) {
            cover(branches.branches().get(0));
        } else if (answer == Answer.MISSING && branches.branches().size() > 1) {
            cover(branches.branches().get(1));
        }
    }

    private void conditional(SyntaxNode.Conditional conditional) {
        Answer answer = answer(conditional.test(), 0);
        if (answer == Answer.GIVEN) {
            cover(conditional.then());
        } else if (answer == Answer.MISSING) {
            cover(conditional.otherwise());
        }
    }

    private void conjunction(SyntaxNode.Binary binary) {
        for (int i = 0; i + 1 < binary.operands().size(); i++) {
            if (answer(binary.operands().get(i), 0) == Answer.GIVEN) {
                stretches.add(new Stretch(binary.operands().get(i + 1).start(), binary.end()));
                return;
            }
        }
    }

    private void cover(SyntaxNode node) {
        stretches.add(new Stretch(node.start(), node.end()));
    }

    private static Answer answer(SyntaxNode test, int depth) {
        if (depth > DEEPEST) {
            return Answer.NOTHING;
        }
        if (test instanceof SyntaxNode.Unary unary && unary.operator().equals("!")) {
            return switch (answer(unary.operand(), depth + 1)) {
                case GIVEN -> Answer.MISSING;
                case MISSING -> Answer.GIVEN;
                case NOTHING -> Answer.NOTHING;
            };
        }
        if (test instanceof SyntaxNode.Binary binary) {
            // "a && allowed" is given only with consent; "!allowed || a" is missing without it.
            Answer wanted = binary.operator().equals("&&")
                    ? Answer.GIVEN
                    : binary.operator().equals("||") ? Answer.MISSING : Answer.NOTHING;
            for (SyntaxNode operand : binary.operands()) {
                if (wanted != Answer.NOTHING && answer(operand, depth + 1) == wanted) {
                    return wanted;
                }
            }
            return Answer.NOTHING;
        }
        return asks(test) ? Answer.GIVEN : Answer.NOTHING;
    }

    private static boolean asks(SyntaxNode node) {
        if (node instanceof SyntaxNode.Call call) {
            String name = Origins.lastName(call.callee());
            // window.cookieCharter.consent().granted.includes("audience")
            boolean isGranted = name.equals("includes")
                    && call.callee() instanceof SyntaxNode.Member member
                    && Origins.lastName(member.object()).equals("granted");
            return isGranted || QUESTIONS.contains(name);
        }
        SyntaxNode object = node instanceof SyntaxNode.Member member
                ? member.object()
                : node instanceof SyntaxNode.Index index ? index.object() : node;
        return object instanceof SyntaxNode.Member state
                && state.name().equals("state")
                && Origins.lastName(state.object()).equals("tarteaucitron");
    }
}
