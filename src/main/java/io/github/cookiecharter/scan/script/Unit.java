package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.TextFile;
import java.util.List;

/** One file taken apart: its tokens, what it declares, and the places where it sets something. */
final class Unit {

    final TextFile file;
    final Page page;
    final Tokens tokens;
    final Outline outline;
    final Expressions expressions;
    final Options options;
    final boolean isLibrary;
    final Guards guards;
    private final Lines lines;

    Unit(TextFile file, Constants constants) {
        this.file = file;
        this.page = FileNames.isScript(file.path())
                ? Page.ofScript(file.text())
                : Markup.read(file.text(), FileNames.extension(file.path()));
        this.tokens = new Tokens(page.text());
        Lexer lexer = new Lexer(tokens);
        for (Page.Script script : page.scripts()) {
            lexer.read(script.from(), script.to());
        }
        this.outline = Outline.of(tokens);
        this.expressions = new Expressions(outline, constants);
        this.options = new Options(tokens, expressions);
        this.guards = new Guards(tokens);
        this.isLibrary = Libraries.isLibrary(file);
        this.lines = new Lines(file.text());
    }

    List<Site> sites() {
        return new Sites(this).find();
    }

    Lines lines() {
        return lines;
    }

    /** Whether the banner runs the script around a token after consent alone. */
    boolean isHeld(int token) {
        int offset = tokens.start(token);
        for (Page.Script script : page.scripts()) {
            if (offset >= script.from() && offset < script.to()) {
                return script.guarded();
            }
        }
        return false;
    }

    /** Gives the other files what this one declares outside of its functions. */
    void publish(Constants constants) {
        outline.declared.forEach((key, bindings) -> {
            if (key.scope() == Outline.TOP
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

    private void publish(Constants constants, String name, int value, int depth) {
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
