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
import io.github.cookiecharter.vocabulary.BuiltIn;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills Mustache templates. A site's own template replaces the built-in one of the same name. A variable that the
 * context lacks is an error, never an empty string.
 *
 * <p>A context holds strings, whole numbers, booleans, lists of contexts, and contexts: maps with string keys.
 */
public final class Templates {

    /** Where the built-in templates lie below the plugin's root package. */
    static final String BUILT_IN = "templates/";

    /** How the file of a template ends. */
    static final String EXTENSION = ".mustache";

    private static final int ROOM = 16_384;

    // Where the engine found a fault, in the words of its messages.
    private static final Pattern PLACE = Pattern.compile("@?\\[?([^ \\[\\]@]+[.]mustache):([0-9]+)");

    // Filled and emptied again and again: fresh memory costs a JVM that just starts more than the words of a
    // large site. Who finds none, since another thread has it, takes a new one.
    private final Queue<StringBuilder> spareTexts = new ConcurrentLinkedQueue<>();
    private final Queue<ByteArrayOutputStream> spareBytes = new ConcurrentLinkedQueue<>();

    private final Factory html;
    private final Factory script;
    private final Factory java;

    /**
     * The built-in templates, where a site has not replaced them.
     *
     * @param overrides the folder with the site's own templates
     */
    public Templates(Optional<Path> overrides) {
        html = new Factory(Encoding.HTML, overrides);
        script = new Factory(Encoding.SCRIPT, overrides);
        java = new Factory(Encoding.JAVA, overrides);
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

    /** As {@link #html}, in UTF-8. */
    public byte[] htmlBytes(String name, Map<String, Object> context) {
        return fillBytes(html, name, context);
    }

    /**
     * Fills a template of JavaScript: <code>{{x}}</code> becomes a string literal with its quotes; whole values come
     * as <code>{{{x}}}</code> from {@link Json#write}.
     *
     * @return the script in UTF-8
     * @throws TemplateException if the template is missing, malformed, or asks for what the context lacks
     */
    public byte[] script(String name, Map<String, Object> context) {
        return fillBytes(script, name, context);
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

    private String fill(Factory factory, String name, Map<String, Object> context) {
        StringBuilder spare = spareTexts.poll();
        StringBuilder text = spare == null ? new StringBuilder(ROOM) : spare;
        text.setLength(0);
        fill(factory, name, context, new Text(text));
        String filled = text.toString();
        spareTexts.add(text);
        return filled;
    }

    private byte[] fillBytes(Factory factory, String name, Map<String, Object> context) {
        ByteArrayOutputStream spare = spareBytes.poll();
        ByteArrayOutputStream bytes = spare == null ? new ByteArrayOutputStream(ROOM) : spare;
        bytes.reset();
        fill(factory, name, context, new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)));
        byte[] filled = bytes.toByteArray();
        spareBytes.add(bytes);
        return filled;
    }

    private static void fill(Factory factory, String name, Map<String, Object> context, Writer out) {
        try {
            factory.compile(name + EXTENSION).execute(out, context).flush();
        } catch (MustacheException e) {
            throw new TemplateException(explain(e, name));
        } catch (IOException e) {
            throw unreadable(name + EXTENSION, e);
        } catch (StackOverflowError e) {
            throw new TemplateException("the template " + name + EXTENSION + " includes itself without end");
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
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find()
                ? "the template " + place.group(1) + " is not valid Mustache: in line " + place.group(2)
                        + " a tag is not closed, or closes what is not open"
                : "the template " + name + EXTENSION + " is not valid Mustache: a tag is not closed, or has no name";
    }

    /** The text of a template: of the site's own, if there is one of that name, else of the built-in one. */
    static String read(String name, Optional<Path> overrides) {
        if (overrides.isPresent()) {
            Path own = overrides.get().resolve(name);
            if (Files.isRegularFile(own)) {
                try {
                    // A checkout with the line ends of Windows gives the same bytes as any other, and so does an editor
                    // that begins files with a byte order mark.
                    String text = Files.readString(own).replace("\r\n", "\n").replace('\r', '\n');
                    return text.startsWith("\uFEFF") ? text.substring(1) : text;
                } catch (CharacterCodingException e) {
                    throw new TemplateException("the template " + name + " is not UTF-8: save it with that encoding");
                } catch (IOException e) {
                    throw unreadable(name, e);
                }
            }
        }
        Optional<byte[]> builtIn = BuiltIn.find(BUILT_IN + name);
        if (builtIn.isEmpty()) {
            throw new TemplateException("there is no template " + name);
        }
        return new String(builtIn.get(), StandardCharsets.UTF_8);
    }

    private static TemplateException unreadable(String name, IOException e) {
        return new TemplateException("the template " + name + " cannot be read: " + e.getMessage());
    }

    /** What a template is filled into, without the locks of the JDK's writers. */
    private static final class Text extends Writer {

        private final StringBuilder text;

        Text(StringBuilder text) {
            this.text = text;
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
        private final Optional<Path> overrides;

        Factory(Encoding encoding, Optional<Path> overrides) {
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
                    compile(name + EXTENSION);
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
            return new StringReader(read(file, overrides));
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
            return name + EXTENSION;
        }
    }

    /** Takes a template without a tag for what it is: the engine would look at each of its characters. */
    private static final class Parser extends MustacheParser {

        private final Factory factory;

        Parser(Factory factory) {
            super(factory);
            this.factory = factory;
        }

        @Override
        public Mustache compile(String file) {
            String text = read(file, factory.overrides);
            if (text.contains(DEFAULT_SM)) {
                return compile(new StringReader(text), file);
            }
            TemplateContext whole = new TemplateContext(DEFAULT_SM, DEFAULT_EM, file, 1, true);
            MustacheVisitor visitor = factory.createMustacheVisitor();
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
