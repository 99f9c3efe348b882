package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkCall.Form;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.Origins;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.List;
import java.util.Set;

/** Finds the places where a property is written: of the document, of web storage, and of the headers of a response. */
final class WriteSinkFinder {

    private static final Set<String> STORAGE_MEMBERS =
            Set.of("setItem", "getItem", "removeItem", "clear", "key", "length", "prototype", "__proto__");

    private final ConstantFolder expressions;
    private final WebStorageResolver stores;
    private final DocumentResolver documents;
    private final SinkRecorder sites;

    WriteSinkFinder(ScriptFile unit, WebStorageResolver stores, SinkRecorder sites) {
        this.expressions = unit.expressions;
        this.stores = stores;
        this.documents = new DocumentResolver(unit.expressions.origins());
        this.sites = sites;
    }

    void find(Located write) {
        Scope scope = write.scope();
        if (write.node() instanceof SyntaxNode.Assignment assignment) {
            boolean replaces = !assignment.operator().equals("-=");
            target(assignment.target(), assignment.value(), replaces, scope);
        } else if (write.node() instanceof SyntaxNode.Update update) {
            target(update.target(), update, false, scope);
        } else if (write.node() instanceof SyntaxNode.Unary unary) {
            deleted(unary, scope);
        }
    }

    private void target(SyntaxNode target, SyntaxNode value, boolean isText, Scope scope) {
        if (target instanceof SyntaxNode.Member member) {
            if (member.name().equals("cookie") && isText) {
                cookie(member.object(), value, scope, member.start());
            } else if (!STORAGE_MEMBERS.contains(member.name())) {
                entry(member.object(), ScriptValue.of(member.name()), "." + member.name(), member.start(), scope);
            }
        } else if (target instanceof SyntaxNode.Index index) {
            indexed(index, value, isText, scope);
        }
    }

    private void indexed(SyntaxNode.Index index, SyntaxNode value, boolean isText, Scope scope) {
        List<String> key = index.index() instanceof SyntaxNode.Digits
                ? List.of()
                : expressions.of(index.index(), scope).literal();
        if (key.contains("cookie") && isText) {
            cookie(index.object(), value, scope, index.start());
        } else if (!key.isEmpty() && key.get(0).equalsIgnoreCase("set-cookie")) {
            header(new Located(value, scope), "Set-Cookie");
        } else {
            entry(index.object(), index, scope);
        }
    }

    private void entry(SyntaxNode object, ScriptValue key, String form, int offset, Scope scope) {
        for (Kind kind : stores.known(object, scope)) {
            sites.store(kind, StorageAction.SETS, key, offset, SinkRecorder.nameOf(kind) + form, false);
        }
    }

    private void entry(SyntaxNode object, SyntaxNode.Index index, Scope scope) {
        for (Kind kind : stores.known(object, scope)) {
            ScriptValue key = expressions.of(index.index(), scope);
            sites.store(kind, StorageAction.SETS, key, index.start(), SinkRecorder.nameOf(kind) + "[…]", false);
        }
    }

    private void deleted(SyntaxNode.Unary unary, Scope scope) {
        SyntaxNode target = unary.operand();
        if (target instanceof SyntaxNode.Member member && !STORAGE_MEMBERS.contains(member.name())) {
            for (Kind kind : stores.known(member.object(), scope)) {
                String how = "delete " + SinkRecorder.nameOf(kind) + "." + member.name();
                sites.store(kind, StorageAction.DELETES, ScriptValue.of(member.name()), member.start(), how, false);
            }
        } else if (target instanceof SyntaxNode.Index index) {
            for (Kind kind : stores.known(index.object(), scope)) {
                String how = "delete " + SinkRecorder.nameOf(kind) + "[…]";
                ScriptValue key = expressions.of(index.index(), scope);
                sites.store(kind, StorageAction.DELETES, key, index.start(), how, false);
            }
        }
    }

    /** A value that the property {@code cookie} of an object is given. */
    void cookie(SyntaxNode object, SyntaxNode text, Scope scope, int offset) {
        DocumentResolver.Answer answer = documents.isDocument(object, scope);
        if (answer == DocumentResolver.Answer.NO) {
            return;
        }
        ScriptValue value = expressions.of(text, scope);
        if (answer == DocumentResolver.Answer.YES) {
            sites.texts(value, Form.ASSIGNED, offset, "document.cookie");
            return;
        }
        for (String one : value.texts()) {
            if (DocumentCookie.hasAttributes(one)) {
                sites.texts(ScriptValue.of(one), Form.ASSIGNED, offset, "document.cookie");
            }
        }
    }

    /** A value of the header {@code Set-Cookie}: a text, or an array of texts. */
    void header(Located header, String how) {
        for (Located origin : expressions.origins().of(header.node(), header.scope())) {
            if (origin.node() instanceof SyntaxNode.ArrayLiteral array) {
                array.elements().forEach(element -> headerText(new Located(element, origin.scope()), header, how));
            } else if (!(origin.node() instanceof SyntaxNode.Keyword)) {
                headerText(origin, header, how);
            }
        }
    }

    private void headerText(Located text, Located header, String how) {
        ScriptValue value = expressions.of(text.node(), text.scope());
        boolean isSession = text.node() instanceof SyntaxNode.Call call
                && Set.of("commitSession", "destroySession", "serialize").contains(Origins.lastName(call.callee()));
        if (value.isUnknown() && isSession) {
            // What makes these sessions and cookies says their names.
            return;
        }
        boolean isText = value.texts().stream()
                .anyMatch(one -> DocumentCookie.isCookie(one) || one.indexOf(AbstractString.PARAMETER) >= 0);
        if (isText || value.isUnknown()) {
            sites.texts(value, Form.HEADER, header.node().start(), how);
        }
    }
}
