package io.github.cookiecharter.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheParser;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.WriteCode;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Mustache engine as it is wanted here: names are looked up in maps alone, what is missing is an error, and values are
 * encoded for the place where they land.
 */
final class TemplateEngine extends DefaultMustacheFactory {

    private final Encoding encoding;
    private final Optional<Path> overrides;

    TemplateEngine(Encoding encoding, Optional<Path> overrides) {
        this.encoding = encoding;
        this.overrides = overrides;
        setObjectHandler(new StrictMaps());
    }

    @Override
    protected MustacheParser createParser() {
        return new Parser(this);
    }

    void prepare(String... names) {
        for (String name : names) {
            try {
                compile(name + TemplateFiles.EXTENSION);
            } catch (MustacheException | TemplateException leftToWhoFillsIt) {
                // It is found again then: a template with a fault is forgotten.
            }
        }
    }

    // The engine keeps a template before it has read the parts of it. One with a fault is forgotten, since
    // the fault would not be found in it twice, and nobody gets it before that.
    @Override
    public synchronized Mustache compile(String file) {
        try {
            return super.compile(file);
        } catch (MustacheException | TemplateException e) {
            mustacheCache.remove(file);
            throw e;
        }
    }

    @Override
    public Reader getReader(String file) {
        return new StringReader(TemplateFiles.read(file, overrides));
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
        return new Gatherer(this);
    }

    @Override
    public void encode(String value, Writer writer) {
        try {
            writer.write(encoding.encode(value));
        } catch (IOException e) {
            throw new MustacheException(e);
        }
    }

    // By default a partial's name is relative to the template that includes it; ours are the same everywhere.
    @Override
    public String resolvePartialPath(String directory, String name, String extension) {
        return name + TemplateFiles.EXTENSION;
    }

    /** Takes a template without a tag for what it is: the engine would look at each of its characters. */
    private static final class Parser extends MustacheParser {

        private final TemplateEngine engine;

        Parser(TemplateEngine engine) {
            super(engine);
            this.engine = engine;
        }

        @Override
        public Mustache compile(String file) {
            String text = TemplateFiles.read(file, engine.overrides);
            if (text.contains(DEFAULT_SM)) {
                return compile(new StringReader(text), file);
            }
            TemplateContext whole = new TemplateContext(DEFAULT_SM, DEFAULT_EM, file, 1, true);
            MustacheVisitor visitor = engine.createMustacheVisitor();
            visitor.write(whole, text);
            visitor.eof(whole);
            return visitor.mustache(whole);
        }
    }

    /**
     * Gathers the lines of literal text, which the engine would join one by one: a long template's lines would be copied
     * as often as there are lines.
     */
    private static final class Gatherer extends DefaultMustacheVisitor {

        private final StringBuilder text = new StringBuilder();
        // Where the text began, and how many tags there were before it.
        private Optional<TemplateContext> beginning = Optional.empty();
        private int tags;

        Gatherer(DefaultMustacheFactory factory) {
            super(factory);
        }

        @Override
        public void write(TemplateContext context, String more) {
            if (list.size() != tags) {
                settle();
            }
            if (text.length() == 0) {
                beginning = Optional.of(context);
                tags = list.size();
            }
            text.append(more);
        }

        @Override
        public Mustache mustache(TemplateContext context) {
            settle();
            return super.mustache(context);
        }

        // Literal text belongs to the tag before it; only at the beginning of a section it stands alone.
        private void settle() {
            if (text.length() > 0) {
                if (tags == 0) {
                    list.add(0, new WriteCode(beginning.orElseThrow(), df, text.toString()));
                } else {
                    list.get(tags - 1).append(text.toString());
                }
                text.setLength(0);
            }
        }
    }

    /** Looks names up in maps alone: no reflection to warm up, and what is missing is an error. */
    private static final class StrictMaps extends AbstractObjectHandler {

        @Override
        public Binding createBinding(String name, TemplateContext context, Code code) {
            return new Lookup(name, context);
        }

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            throw new IllegalStateException("names are looked up by their binding");
        }
    }

    /** Finds a name's value in the innermost context that has one. */
    private static final class Lookup implements Binding {

        private final String name;
        private final TemplateContext context;
        private final boolean isScope;

        Lookup(String name, TemplateContext context) {
            this.name = name;
            this.context = context;
            // The engine asks for a whole template too, which has no name.
            this.isScope = ".".equals(name);
        }

        @Override
        public Object get(List<Object> scopes) {
            for (int i = scopes.size() - 1; i >= 0; i--) {
                Object scope = scopes.get(i);
                if (isScope) {
                    return scope;
                }
                Object value = scope instanceof Map<?, ?> map ? map.get(name) : null;
                if (value != null) {
                    return value;
                }
            }
            throw new TemplateException("the template " + context.file() + " asks in line " + context.line() + " for '"
                    + name + "', which it is not given");
        }
    }
}
