package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Lines;
import io.github.cookiecharter.scan.html.HtmlTagScanner;
import io.github.cookiecharter.scan.html.ScannedPage;
import io.github.cookiecharter.scan.html.ScriptFileNames;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.Lexer;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.SharedConstants;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.List;

/** One file taken apart: its tokens, what it declares, and the places where it sets something. */
final class ScriptFile {

    final TextFile file;
    final ScannedPage page;
    final Tokens tokens;
    final SymbolTable outline;
    final ConstantFolder expressions;
    final AttributeOptions options;
    final boolean isLibrary;
    final ScriptConsentGuards guards;
    private final Lines lines;

    ScriptFile(TextFile file, SharedConstants constants) {
        this.file = file;
        this.page = ScriptFileNames.isScript(file.path())
                ? ScannedPage.ofScript(file.text())
                : HtmlTagScanner.scan(file.text(), ScriptFileNames.extension(file.path()));
        this.tokens = new Tokens(page.text());
        Lexer lexer = new Lexer(tokens);
        for (ScannedPage.Script script : page.scripts()) {
            lexer.read(script.from(), script.to());
        }
        this.outline = SymbolTable.of(tokens);
        this.expressions = new ConstantFolder(outline, constants);
        this.options = new AttributeOptions(tokens, expressions);
        this.guards = new ScriptConsentGuards(tokens);
        this.isLibrary = KnownLibraries.isLibrary(file);
        this.lines = new Lines(file.text());
    }

    List<ScriptSinkCall> sites() {
        return new ScriptSinkFinder(this).find();
    }

    Lines lines() {
        return lines;
    }

    /** Returns whether the banner runs the script around a token after consent alone. */
    boolean isHeld(int token) {
        int offset = tokens.start(token);
        for (ScannedPage.Script script : page.scripts()) {
            if (offset >= script.from() && offset < script.to()) {
                return script.guarded();
            }
        }
        return false;
    }

    /** Gives the other files what this one declares outside of its functions. */
    void publish(SharedConstants constants) {
        outline.declared.forEach((key, bindings) -> {
            if (key.scope() == SymbolTable.TOP
                    && key.name().length() > 2
                    && bindings.size() == 1
                    && bindings.get(0).value() >= 0
                    && bindings.get(0).property().isEmpty()) {
                publish(constants, key.name(), bindings.get(0).value(), 0);
            }
        });
        outline.properties.forEach((name, properties) -> {
            for (int i = 0; i < properties.size() && i < 20; i++) {
                String owner = properties.get(i).owner();
                if (owner.length() > 2
                        && !owner.equals("this")
                        && tokens.isString(properties.get(i).value())) {
                    constants.add(
                            owner + '.' + name, tokens.value(properties.get(i).value()));
                }
            }
        });
    }

    private void publish(SharedConstants constants, String name, int value, int depth) {
        int at = value;
        while (tokens.is(at, "(")
                || (tokens.is(at + 3, "(") && tokens.is(at, "Object") && tokens.is(at + 2, "freeze"))) {
            at += tokens.is(at, "(") ? 1 : 4;
        }
        if (tokens.is(at, "{") && depth < 3) {
            int close = tokens.partner(at);
            int steps = 0;
            for (int i = at + 1; i < close && steps++ < 2_000; i = tokens.after(i)) {
                boolean starts = i == at + 1 || tokens.is(i - 1, ",");
                if (starts && tokens.is(i + 1, ":")) {
                    String key = tokens.isString(i) ? tokens.value(i) : tokens.text(i);
                    publish(constants, name + '.' + key, i + 2, depth + 1);
                }
            }
        } else if (tokens.isString(at) || tokens.is(at, "`") || (tokens.isIdentifier(at) && depth == 0)) {
            List<String> text = expressions.of(at).literal();
            if (!text.isEmpty()) {
                constants.add(name, text.get(0));
            }
        }
    }
}
