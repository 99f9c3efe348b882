package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.Set;

/**
 * What a function, a class or an object literal is assigned to.
 *
 * @param name the name of the variable or property; empty where it has none
 * @param owner the object whose property it becomes; empty where it becomes a variable
 * @param isGiven whether other files may have it
 */
record Target(String name, String owner, boolean isGiven) {

    static final Target NONE = new Target("", "", false);

    private static final Set<String> EXPORTS =
            Set.of("exports", "module", "window", "globalThis", "self", "global", "root");

    /** The target of an assignment or declaration. */
    static Target of(SyntaxNode node, boolean isExported) {
        if (node instanceof SyntaxNode.Identifier identifier) {
            return new Target(identifier.name(), "", isExported);
        }
        if (node instanceof SyntaxNode.Member member) {
            return member(member.name(), member.object());
        }
        if (node instanceof SyntaxNode.Index index && index.index() instanceof SyntaxNode.Text text) {
            return member(text.value(), index.object());
        }
        return NONE;
    }

    private static Target member(String name, SyntaxNode object) {
        String owner = lastName(object);
        if (name.equals("exports") || name.equals("fn")) {
            return new Target("", "", true);
        }
        return EXPORTS.contains(owner)
                ? new Target(name, "", true)
                : new Target(name, owner.isEmpty() ? "?" : owner, false);
    }

    /** The last name of what has a property; the name of the class where that is its prototype. */
    static String lastName(SyntaxNode object) {
        if (object instanceof SyntaxNode.Identifier identifier) {
            return identifier.name();
        }
        if (object instanceof SyntaxNode.Keyword keyword) {
            return keyword.word();
        }
        if (object instanceof SyntaxNode.Member member) {
            return member.name().equals("prototype") || member.name().equals("fn")
                    ? lastName(member.object())
                    : member.name();
        }
        if (object instanceof SyntaxNode.Index index && index.index() instanceof SyntaxNode.Text text) {
            return text.value();
        }
        if (object instanceof SyntaxNode.Call call) {
            return lastName(call.callee());
        }
        return "";
    }

    /** The name by which members of an object literal know it. */
    String asOwner() {
        return name.equals("prototype") ? owner : name;
    }
}
