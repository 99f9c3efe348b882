package io.github.cookiecharter.template;

import io.github.cookiecharter.model.PluginResources;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads template files: built-in ones, and those of a site's own folder. */
final class TemplateFiles {

    /** The extension of template files. */
    static final String EXTENSION = ".mustache";

    // Below the plugin's root package.
    private static final String BUILT_IN = "templates/";

    private TemplateFiles() {}

    /** Returns the bytes of the built-in template, if there is one of that name. */
    static Optional<byte[]> builtIn(String name) {
        return PluginResources.find(BUILT_IN + name);
    }

    /** Returns the text of a template: the site's own if it exists and may be replaced, otherwise the built-in one. */
    static String read(String name, Optional<Path> overrides) {
        if (overrides.isPresent()) {
            Path own = overrides.get().resolve(name);
            if (Files.isRegularFile(own) && OwnTemplates.mayBe(name)) {
                try {
                    // Windows line ends and a byte order mark are removed, so that every checkout and editor gives the
                    // same bytes.
                    String text = Files.readString(own).replace("\r\n", "\n").replace('\r', '\n');
                    return text.startsWith("\uFEFF") ? text.substring(1) : text;
                } catch (CharacterCodingException e) {
                    throw new TemplateException("the template " + name + " is not UTF-8: save it with that encoding");
                } catch (IOException e) {
                    throw unreadable(name, e);
                }
            }
        }
        Optional<byte[]> builtIn = builtIn(name);
        if (builtIn.isEmpty()) {
            throw new TemplateException("there is no template " + name);
        }
        return new String(builtIn.get(), StandardCharsets.UTF_8);
    }

    static TemplateException unreadable(String name, IOException e) {
        return new TemplateException("the template " + name + " cannot be read: " + e.getMessage());
    }
}
