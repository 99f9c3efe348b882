package io.github.cookiecharter.template;

import com.github.mustachejava.MustacheException;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills Mustache templates. A site's own template replaces the built-in one of the same name. A variable that the
 * context lacks is an error, not an empty string.
 *
 * <p>A context holds strings, whole numbers, booleans, lists of contexts, and contexts: maps with string keys.
 */
public final class Templates {

    private static final int ROOM = 16_384;

    // The position of a fault in messages of the engine.
    private static final Pattern PLACE = Pattern.compile("@?\\[?([^ \\[\\]@]+[.]mustache):([0-9]+)");

    // Buffers are reused, because allocating them costs a cold JVM more than writing the text of a large site. A thread
    // that finds none creates a new one.
    private final Queue<StringBuilder> spareTexts = new ConcurrentLinkedQueue<>();
    private final Queue<ByteArrayOutputStream> spareBytes = new ConcurrentLinkedQueue<>();

    private final TemplateEngine html;
    private final TemplateEngine script;
    private final TemplateEngine java;

    /**
     * Creates the built-in templates with a site's replacements.
     *
     * @param overrides the folder with the site's own templates
     */
    public Templates(Optional<Path> overrides) {
        html = new TemplateEngine(Encoding.HTML, overrides);
        script = new TemplateEngine(Encoding.SCRIPT, overrides);
        java = new TemplateEngine(Encoding.JAVA, overrides);
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

    /** Fills a template of HTML as {@link #html} does, in UTF-8. */
    public byte[] htmlBytes(String name, Map<String, Object> context) {
        return fillBytes(html, name, context);
    }

    /**
     * Fills a template of JavaScript: <code>{{x}}</code> becomes a string literal with its quotes; whole values come
     * as <code>{{{x}}}</code> from {@link JsonWriter#write}.
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
     * Loads these templates of HTML now, so that filling them later takes less time. A fault in one is reported when it
     * is filled.
     */
    public void prepareHtml(String... names) {
        html.prepare(names);
    }

    /** Loads templates of Java as {@link #prepareHtml} does those of HTML. */
    public void prepareJava(String... names) {
        java.prepare(names);
    }

    private String fill(TemplateEngine engine, String name, Map<String, Object> context) {
        StringBuilder spare = spareTexts.poll();
        StringBuilder text = spare == null ? new StringBuilder(ROOM) : spare;
        text.setLength(0);
        fill(engine, name, context, new Text(text));
        String filled = text.toString();
        spareTexts.add(text);
        return filled;
    }

    private byte[] fillBytes(TemplateEngine engine, String name, Map<String, Object> context) {
        ByteArrayOutputStream spare = spareBytes.poll();
        ByteArrayOutputStream bytes = spare == null ? new ByteArrayOutputStream(ROOM) : spare;
        bytes.reset();
        fill(engine, name, context, new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)));
        byte[] filled = bytes.toByteArray();
        spareBytes.add(bytes);
        return filled;
    }

    private static void fill(TemplateEngine engine, String name, Map<String, Object> context, Writer out) {
        try {
            engine.compile(name + TemplateFiles.EXTENSION).execute(out, context).flush();
        } catch (MustacheException e) {
            throw new TemplateException(explain(e, name));
        } catch (IOException e) {
            throw TemplateFiles.unreadable(name + TemplateFiles.EXTENSION, e);
        } catch (StackOverflowError e) {
            throw new TemplateException(
                    "the template " + name + TemplateFiles.EXTENSION + " includes itself without end");
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
                        + " a tag is not closed, or closes a section that is not open"
                : "the template " + name + TemplateFiles.EXTENSION
                        + " is not valid Mustache: a tag is not closed, or has no name";
    }

    /** Appends to a string builder, without the locks of the JDK's writers. */
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
}
