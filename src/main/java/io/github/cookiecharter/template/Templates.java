package io.github.cookiecharter.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheResolver;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills Mustache templates. A site's own template replaces the built-in one of the same name. A variable that the
 * context lacks is an error, never an empty string.
 *
 * <p>A context holds strings, whole numbers, booleans, lists of contexts, and contexts: maps with string keys.
 */
public final class Templates {

    private static final String BUILT_IN = "/io/github/cookiecharter/templates/";
    private static final String EXTENSION = ".mustache";

    private final Factory html;
    private final Factory script;
    private final Factory java;

    /**
     * The built-in templates, where a site has not replaced them.
     *
     * @param overrides the folder with the site's own templates
     */
    public Templates(Optional<Path> overrides) {
        MustacheResolver resolver = name -> open(name, overrides);
        html = new Factory(Encoding.HTML, resolver);
        script = new Factory(Encoding.SCRIPT, resolver);
        java = new Factory(Encoding.JAVA, resolver);
    }

    /**
     * Fills a template of HTML: <code>{{x}}</code> is encoded for text and quoted attributes.
     *
     * @param name such as {@code policy/page}
     * @throws TemplateException if the template is missing, malformed, or asks for what the context lacks
     */
    public String html(String name, Map<String, Object> context) {
        return fill(html, name, context);
    }

    /**
     * Fills a template of JavaScript: <code>{{x}}</code> becomes a string literal with its quotes; whole values come
     * as <code>{{{x}}}</code> from {@link Json#write}.
     *
     * @throws TemplateException if the template is missing, malformed, or asks for what the context lacks
     */
    public String script(String name, Map<String, Object> context) {
        return fill(script, name, context);
    }

    /**
     * Fills a template of Java: <code>{{x}}</code> is encoded for the inside of a string literal.
     *
     * @throws TemplateException if the template is missing, malformed, or asks for what the context lacks
     */
    public String java(String name, Map<String, Object> context) {
        return fill(java, name, context);
    }

    /**
     * Reads these templates of HTML now, so that filling them later takes less time. A fault in one is left to whoever
     * fills it.
     */
    public void prepareHtml(String... names) {
        html.prepare(names);
    }

    /** As {@link #prepareHtml}, for templates of JavaScript. */
    public void prepareScript(String... names) {
        script.prepare(names);
    }

    /** As {@link #prepareHtml}, for templates of Java. */
    public void prepareJava(String... names) {
        java.prepare(names);
    }

    private static String fill(Factory factory, String name, Map<String, Object> context) {
        try {
            Text out = new Text(factory.lengths.getOrDefault(name, 0));
            factory.compile(name + EXTENSION).execute(out, context).flush();
            factory.lengths.put(name, out.text.length());
            return out.text.toString();
        } catch (MustacheException e) {
            throw new TemplateException(explain(e, name));
        } catch (IOException e) {
            throw new TemplateException("the template " + name + EXTENSION + " cannot be read: " + e.getMessage());
        }
    }

    private static String explain(MustacheException e, String name) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof TemplateException own) {
                return Objects.requireNonNullElse(own.getMessage(), name);
            }
            cause = cause.getCause();
        }
        return "the template " + name + EXTENSION + " is not valid Mustache: " + e.getMessage();
    }

    private static Reader open(String name, Optional<Path> overrides) {
        try {
            if (overrides.isPresent()) {
                Path own = overrides.get().resolve(name);
                if (Files.isRegularFile(own)) {
                    // A checkout with the line ends of Windows gives the same bytes as any other.
                    return new StringReader(Files.readString(own).replace("\r\n", "\n"));
                }
            }
            InputStream builtIn = Templates.class.getResourceAsStream(BUILT_IN + name);
            if (builtIn != null) {
                return new BufferedReader(new InputStreamReader(builtIn, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new TemplateException("the template " + name + " cannot be read: " + e.getMessage());
        }
        throw new TemplateException("there is no template " + name);
    }

    /** What a template is filled into: a page of a megabyte is copied for each time that its room gets too small. */
    private static final class Text extends Writer {

        private static final int MARGIN = 1024;

        private final StringBuilder text;

        Text(int expected) {
            this.text = new StringBuilder(expected + expected / 8 + MARGIN);
        }

        @Override
        public void write(int c) {
            text.append((char) c);
        }

        @Override
        public void write(char[] chars, int from, int length) {
            text.append(chars, from, length);
        }

        @Override
        public void write(String more) {
            text.append(more);
        }

        @Override
        public void write(String more, int from, int length) {
            text.append(more, from, from + length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class Factory extends DefaultMustacheFactory {

        private final Encoding encoding;
        // How long what a template was filled to came out the last time: the next language's page is about as long.
        private final Map<String, Integer> lengths = new ConcurrentHashMap<>();

        Factory(Encoding encoding, MustacheResolver resolver) {
            super(resolver);
            this.encoding = encoding;
            setObjectHandler(new StrictMaps());
        }

        // A template with a fault is forgotten, since the engine would not find the fault in it twice.
        void prepare(String... names) {
            for (String name : names) {
                try {
                    compile(name + EXTENSION);
                } catch (MustacheException | TemplateException e) {
                    mustacheCache.remove(name + EXTENSION);
                }
            }
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
            return name + EXTENSION;
        }
    }

    /** Looks names up in maps alone: no reflection to warm up, and what is missing is an error. */
    private static final class StrictMaps extends AbstractObjectHandler {

        @Override
        public Binding createBinding(String name, TemplateContext context, Code code) {
            return scopes -> {
                for (int i = scopes.size() - 1; i >= 0; i--) {
                    Object scope = scopes.get(i);
                    if (name.equals(".")) {
                        return scope;
                    }
                    Object value = scope instanceof Map<?, ?> map ? map.get(name) : null;
                    if (value != null) {
                        return value;
                    }
                }
                throw new TemplateException("the template " + context.file() + " asks in line " + context.line()
                        + " for '" + name + "', which it is not given");
            };
        }

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            throw new IllegalStateException("names are looked up by their binding");
        }
    }
}
