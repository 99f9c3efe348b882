package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.Locale;

/** Which expressions are the document of a page. */
final class DocumentResolver {

    /** How sure it is that something is the document. */
    enum Answer {
        YES,
        PERHAPS,
        NO
    }

    private final Origins origins;

    DocumentResolver(Origins origins) {
        this.origins = origins;
    }

    Answer isDocument(SyntaxNode node, Scope scope) {
        Answer answer = Answer.NO;
        for (Located origin : origins.of(node, scope)) {
            Answer one = isDocument(origin);
            if (one == Answer.YES) {
                return one;
            }
            answer = one == Answer.PERHAPS ? one : answer;
        }
        return answer;
    }

    private static Answer isDocument(Located origin) {
        SyntaxNode node = origin.node();
        boolean isName = node instanceof SyntaxNode.Identifier
                || node instanceof SyntaxNode.Member
                || node instanceof SyntaxNode.Index;
        if (isName && Origins.lastName(node).toLowerCase(Locale.ROOT).endsWith("document")) {
            return Answer.YES;
        }
        return isName || (node instanceof SyntaxNode.Call call && !call.isNew()) ? Answer.PERHAPS : Answer.NO;
    }
}
