package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;

/**
 * A function, a method or a constructor, or the script itself.
 *
 * @param id its place in the table
 * @param name its name, or that of what it is assigned to; empty where it has none
 * @param owner the name of the object or class that it is a member of, {@code ?} where that has none; empty where it is no
 *     member
 * @param isGiven whether other files may have it: it is exported, or a property of the window
 * @param around the scope in which it stands
 * @param returns what it returns; filled while the script is read
 */
public record FunctionInfo(
        int id,
        SyntaxNode.Function node,
        String name,
        String owner,
        boolean isConstructor,
        boolean isGiven,
        List<Scope> around,
        List<Located> returns) {

    /** The number of the script outside of all functions. */
    public static final int TOP = 0;

    public boolean isMember() {
        return !owner.isEmpty();
    }

    /** The scope in which it stands. */
    public Scope declaredIn() {
        return around.get(0);
    }

    /** Returns whether an offset is in it. */
    public boolean contains(int offset) {
        return offset >= node.start() && offset < node.end();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return owner + "." + name + "#" + id;
    }
}
