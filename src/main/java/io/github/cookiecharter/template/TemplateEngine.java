package io.github.cookiecharter.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
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
            throw new TemplateException("the template " + context.file() + " uses in line " + context.line()
                    + " the name '" + name + "', which is not available there");
        }
    }
}
