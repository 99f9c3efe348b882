package io.github.cookiecharter.scan.javascript.syntax;

import java.util.List;
import java.util.function.Consumer;

/**
 * A node of the syntax tree of a script. Types and parentheses leave no node. Nodes are compared by identity: a tree may be
 * too deep for {@code equals}, {@code hashCode} and {@code toString}.
 *
 * <p>Each node has the offset of its first character in the source, and the offset behind its last.
 */
public sealed interface SyntaxNode {

    int start();

    int end();

    /** Passes the nodes directly below this one, in the order of the source. */
    default void forEachChild(Consumer<? super SyntaxNode> action) {}

    /** Stands where the source has nothing, or nothing that could be read: no initializer, no {@code else}, a hole. */
    record Nothing(int start, int end) implements SyntaxNode {}

    /** A name; that of a private member begins with {@code #}. */
    record Identifier(String name, int start, int end) implements SyntaxNode {}

    /** A string, a part of a template literal, or text of JSX; its value, without escapes. */
    record Text(String value, int start, int end) implements SyntaxNode {}

    /** A number as written. */
    record Digits(String text, int start, int end) implements SyntaxNode {}

    /** {@code this}, {@code super}, {@code true}, {@code false}, {@code null}, {@code import.meta} and {@code new.target}. */
    record Keyword(String word, int start, int end) implements SyntaxNode {}

    /** A regular expression. */
    record Regex(int start, int end) implements SyntaxNode {}

    /** A template literal: {@link Text} and expressions. */
    record Template(List<SyntaxNode> parts, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            parts.forEach(action);
        }
    }

    /** A template literal behind a function. */
    record TaggedTemplate(SyntaxNode tag, SyntaxNode template, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(tag);
            action.accept(template);
        }
    }

    /** An array, or the pattern that takes one apart. */
    record ArrayLiteral(List<SyntaxNode> elements, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            elements.forEach(action);
        }
    }

    /** An object, or the pattern that takes one apart: {@link Property} and {@link Spread}. */
    record ObjectLiteral(List<SyntaxNode> members, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            members.forEach(action);
        }
    }

    /** How a property comes to its value. */
    enum PropertyKind {
        VALUE,
        METHOD,
        GETTER,
        SETTER
    }

    /**
     * A member of an object literal, class or enumeration, or an attribute of JSX.
     *
     * @param key an {@link Identifier}, {@link Text} or {@link Digits}, and any expression in brackets
     * @param isComputed whether the key is in brackets
     */
    record Property(
            PropertyKind kind,
            SyntaxNode key,
            boolean isComputed,
            SyntaxNode value,
            boolean isStatic,
            int start,
            int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            if (isComputed) {
                action.accept(key);
            }
            action.accept(value);
        }

        /** The name of the property; empty where it has to be evaluated. */
        public String name() {
            if (key instanceof Text text) {
                return text.value();
            }
            if (isComputed) {
                return "";
            }
            if (key instanceof Identifier identifier) {
                return identifier.name();
            }
            return key instanceof Digits digits ? digits.text() : "";
        }
    }

    /**
     * A function, method or arrow function.
     *
     * @param name empty where it has none
     * @param parameters names and patterns, with a default as {@link Assignment}
     * @param body a {@link Block}, or the expression of an arrow function; nothing in a declaration without a body
     */
    record Function(
            String name,
            boolean isArrow,
            boolean isStatement,
            List<SyntaxNode> parameters,
            SyntaxNode body,
            int start,
            int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            parameters.forEach(action);
            action.accept(body);
        }
    }

    /** A class; its members are {@link Property}, {@link Block} where it has static code, and decorators. */
    record ClassNode(
            String name, boolean isStatement, SyntaxNode superclass, List<SyntaxNode> members, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(superclass);
            members.forEach(action);
        }
    }

    /** A prefix operator, {@code await} and {@code yield} included. */
    record Unary(String operator, SyntaxNode operand, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(operand);
        }
    }

    /** {@code ++} or {@code --}. */
    record Update(String operator, SyntaxNode target, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(target);
        }
    }

    /** Operands with the same operator between them. */
    record Binary(String operator, List<SyntaxNode> operands, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            operands.forEach(action);
        }
    }

    /** An assignment, or a default in a pattern. */
    record Assignment(String operator, SyntaxNode target, SyntaxNode value, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(target);
            action.accept(value);
        }
    }

    /** One expression or the other. */
    record Conditional(SyntaxNode test, SyntaxNode then, SyntaxNode otherwise, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(test);
            action.accept(then);
            action.accept(otherwise);
        }
    }

    /** Expressions with commas between them. */
    record Sequence(List<SyntaxNode> expressions, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            expressions.forEach(action);
        }
    }

    /** A call, {@code import()} included, or the creation of an object. */
    record Call(SyntaxNode callee, List<SyntaxNode> arguments, boolean isNew, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(callee);
            arguments.forEach(action);
        }
    }

    /** {@code object.name}. */
    record Member(SyntaxNode object, String name, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(object);
        }
    }

    /** {@code object[index]}. */
    record Index(SyntaxNode object, SyntaxNode index, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(object);
            action.accept(index);
        }
    }

    /** {@code ...argument}. */
    record Spread(SyntaxNode argument, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(argument);
        }
    }

    /** An element of JSX; the name of a fragment is empty. */
    record Jsx(String name, List<SyntaxNode> attributes, List<SyntaxNode> children, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            attributes.forEach(action);
            children.forEach(action);
        }
    }

    /** What is nested too deeply to be read with what is around it. It is read afterwards, and then added. */
    record Deferred(List<SyntaxNode> content, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            content.forEach(action);
        }
    }

    /** Statements in braces. */
    record Block(List<SyntaxNode> statements, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            statements.forEach(action);
        }
    }

    /** A declaration of variables: {@code var}, {@code let}, {@code const} or {@code using}. */
    record Declaration(String keyword, List<SyntaxNode> declarators, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            declarators.forEach(action);
        }
    }

    /** One name or pattern of a declaration. */
    record Declarator(SyntaxNode target, SyntaxNode value, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(target);
            action.accept(value);
        }
    }

    /** A chain of {@code if … else if … else}: one branch more than tests where it ends with {@code else}. */
    record If(List<SyntaxNode> tests, List<SyntaxNode> branches, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            for (int i = 0; i < branches.size(); i++) {
                if (i < tests.size()) {
                    action.accept(tests.get(i));
                }
                action.accept(branches.get(i));
            }
        }
    }

    /** A loop of {@code for}, {@code while} or {@code do}. */
    record Loop(SyntaxNode init, SyntaxNode test, SyntaxNode update, SyntaxNode body, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(init);
            action.accept(test);
            action.accept(update);
            action.accept(body);
        }
    }

    /** A loop over the keys or elements of something. */
    record ForEach(boolean isOf, SyntaxNode target, SyntaxNode subject, SyntaxNode body, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(target);
            action.accept(subject);
            action.accept(body);
        }
    }

    /** {@code return}, {@code throw}, {@code break} or {@code continue}. */
    record Exit(String word, SyntaxNode argument, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(argument);
        }
    }

    /** A {@code try} statement. */
    record Try(SyntaxNode block, SyntaxNode parameter, SyntaxNode handler, SyntaxNode finalizer, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(block);
            action.accept(parameter);
            action.accept(handler);
            action.accept(finalizer);
        }
    }

    /** A {@code switch} statement; its cases are {@link Case}. */
    record Switch(SyntaxNode subject, List<SyntaxNode> cases, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(subject);
            cases.forEach(action);
        }
    }

    /** A case of a switch; that of {@code default} has no test. */
    record Case(SyntaxNode test, List<SyntaxNode> statements, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(test);
            statements.forEach(action);
        }
    }

    /** A name that an import or an export gives another name: {@code name as local}. */
    record Specifier(String name, String local, int start, int end) implements SyntaxNode {}

    /** An import; {@code *} is the name of all of a module, {@code default} that of its default. */
    record Import(String module, List<Specifier> specifiers, int start, int end) implements SyntaxNode {}

    /**
     * An export.
     *
     * @param module the module whose names are exported; empty for own ones
     * @param declaration a declaration, or the expression of {@code export default}
     */
    record Export(
            String module, List<Specifier> specifiers, boolean isDefault, SyntaxNode declaration, int start, int end)
            implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(declaration);
        }
    }

    /** An enumeration of TypeScript; its members are {@link Property}. */
    record EnumNode(String name, List<SyntaxNode> members, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            members.forEach(action);
        }
    }

    /** A namespace of TypeScript. */
    record Namespace(String name, SyntaxNode body, int start, int end) implements SyntaxNode {
        @Override
        public void forEachChild(Consumer<? super SyntaxNode> action) {
            action.accept(body);
        }
    }
}
