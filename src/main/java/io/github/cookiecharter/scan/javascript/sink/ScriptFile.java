package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.html.HtmlTagScanner;
import io.github.cookiecharter.scan.html.ScannedPage;
import io.github.cookiecharter.scan.html.ScriptFileNames;
import io.github.cookiecharter.scan.javascript.library.KnownLibraries;
import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.Dialect;
import io.github.cookiecharter.scan.javascript.syntax.Lexer;
import io.github.cookiecharter.scan.javascript.syntax.ScriptParser;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.SharedConstants;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One file taken apart: what its scripts declare and do, and the places where they set something. */
final class ScriptFile {

    private static final int SHORTEST_NAME = 3;
    private static final int MOST_PROPERTIES = 20;

    final TextFile file;
    final ScannedPage page;
    final SymbolTable table;
    final ConstantFolder expressions;
    final ScriptCallResolver calls;
    final AttributeOptions options;
    final boolean isLibrary;
    final ScriptConsentGuards guards;
    private final Lines lines;
    private Optional<Map<String, Set<String>>> aliases = Optional.empty();

    ScriptFile(TextFile file, SharedConstants constants) {
        this.file = file;
        String extension = ScriptFileNames.extension(file.path());
        this.page = ScriptFileNames.isScript(file.path())
                ? ScannedPage.ofScript(file.text())
                : HtmlTagScanner.scan(file.text(), extension);
        List<SyntaxNode> statements = parse(page, Dialect.of(extension));
        this.table = SymbolTable.of(statements);
        this.expressions = new ConstantFolder(table, constants);
        this.calls = new ScriptCallResolver(table, expressions);
        this.options = new AttributeOptions(expressions);
        this.guards = new ScriptConsentGuards(statements, page.text());
        this.isLibrary = KnownLibraries.isLibrary(file);
        this.lines = new Lines(file.text());
    }

    private static List<SyntaxNode> parse(ScannedPage page, Dialect dialect) {
        Tokens tokens = new Tokens(page.text());
        Lexer lexer = new Lexer(tokens, dialect);
        List<SyntaxNode> statements = new ArrayList<>();
        for (ScannedPage.Script script : page.scripts()) {
            int from = tokens.size();
            lexer.read(script.from(), script.to());
            statements.addAll(
                    ScriptParser.parse(tokens, from, tokens.size(), dialect).statements());
        }
        return statements;
    }

    List<ScriptSinkCall> sites(Predicate<String> isOwnModule) {
        return new ScriptSinkFinder(this, isOwnModule).find();
    }

    /** The names under which a function is called: its own, and those of the properties and exports that it is given to. */
    Set<String> namesOf(FunctionSummary wrapper) {
        Set<String> names = new LinkedHashSet<>();
        names.add(wrapper.name());
        if (aliases.isEmpty()) {
            aliases = Optional.of(table.aliases());
        }
        for (Located standard : table.exported("default")) {
            for (Located origin : expressions.origins().of(standard.node(), standard.scope())) {
                if (origin.node() == wrapper.function().node()) {
                    names.add("default");
                }
            }
        }
        if (!wrapper.name().isEmpty()) {
            names.addAll(aliases.get().getOrDefault(wrapper.name(), Set.of()));
        }
        return names;
    }

    /** Where in a text the parameter stands that the innermost function around a place has; -1 where there is none. */
    int innermost(String text, int offset) {
        int best = -1;
        int start = -1;
        for (int i = text.indexOf(AbstractString.PARAMETER);
                i >= 0 && i + 1 < text.length();
                i = text.indexOf(AbstractString.PARAMETER, i + 2)) {
            FunctionInfo function = table.functions()
                    .get(expressions.names().passed(text.charAt(i + 1)).function());
            int from = function.contains(offset) ? function.node().start() : 0;
            if (best < 0 || from > start) {
                best = i;
                start = from;
            }
        }
        return best;
    }

    Lines lines() {
        return lines;
    }

    /** Returns whether the banner runs the script around an offset after consent alone. */
    boolean isHeld(int offset) {
        for (ScannedPage.Script script : page.scripts()) {
            if (offset >= script.from() && offset < script.to()) {
                return script.guarded();
            }
        }
        return false;
    }

    /** Gives the other files what this one declares outside of its functions. */
    void publish(SharedConstants constants) {
        table.top().symbols().forEach((name, symbol) -> {
            if (symbol.bindings().size() == 1 && symbol.bindings().get(0).isWhole()) {
                Binding binding = symbol.bindings().get(0);
                String exported = table.exports().getOrDefault(name, name);
                if (exported.length() >= SHORTEST_NAME) {
                    publish(constants, exported, binding.value(), binding.scope(), 0);
                }
            }
        });
        table.properties().forEach((name, properties) -> {
            for (int i = 0; i < properties.size() && i < MOST_PROPERTIES; i++) {
                String owner = properties.get(i).owner();
                if (owner.length() >= SHORTEST_NAME
                        && !owner.equals("this")
                        && properties.get(i).value() instanceof SyntaxNode.Text text) {
                    constants.add(owner + '.' + name, text.value());
                }
            }
        });
    }

    private void publish(SharedConstants constants, String name, SyntaxNode value, Scope scope, int depth) {
        if (value instanceof SyntaxNode.Call call
                && call.callee() instanceof SyntaxNode.Member member
                && member.name().equals("freeze")
                && call.arguments().size() == 1) {
            publish(constants, name, call.arguments().get(0), scope, depth);
        } else if (value instanceof SyntaxNode.ObjectLiteral literal && depth < SHORTEST_NAME) {
            publish(constants, name, literal.members(), scope, depth);
        } else if (value instanceof SyntaxNode.EnumNode enumeration) {
            publish(constants, name, enumeration.members(), scope, depth);
        } else if (value instanceof SyntaxNode.Text
                || value instanceof SyntaxNode.Template
                || value instanceof SyntaxNode.Binary
                || (value instanceof SyntaxNode.Identifier && depth == 0)) {
            List<String> text = expressions.of(value, scope).literal();
            if (!text.isEmpty()) {
                constants.add(name, text.get(0));
            }
        }
    }

    private void publish(SharedConstants constants, String name, List<SyntaxNode> members, Scope scope, int depth) {
        for (SyntaxNode member : members) {
            if (member instanceof SyntaxNode.Property property
                    && !property.name().isEmpty()) {
                publish(constants, name + '.' + property.name(), property.value(), scope, depth + 1);
            }
        }
    }
}
