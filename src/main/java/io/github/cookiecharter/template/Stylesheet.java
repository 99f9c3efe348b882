package io.github.cookiecharter.template;

import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.model.PluginResources;
import java.nio.charset.StandardCharsets;

/** The style sheets that come with the plugin, the same for every site: the files of {@code src/main/css}. */
public final class Stylesheet {

    private Stylesheet() {}

    /**
     * The rules of a style sheet, for a template that writes more around them; without the last line break, which the
     * template's own line has.
     *
     * @param path such as {@code policy/policy.css}
     * @throws IllegalArgumentException if there is no such style sheet
     */
    public static String rules(String path) {
        return new String(PluginResources.bytes(path), StandardCharsets.UTF_8).stripTrailing();
    }

    /**
     * The rules of a style sheet, with a site's accent in place of the default one.
     *
     * @param path such as {@code policy/policy.css}
     * @throws IllegalArgumentException if there is no such style sheet
     */
    public static String rules(String path, Accent accent) {
        return rules(path)
                .replace(Accent.DEFAULT.light().css(), accent.light().css())
                .replace(Accent.DEFAULT.dark().css(), accent.dark().css());
    }
}
