package io.github.cookiecharter.catalogue;

import io.github.cookiecharter.model.PluginResources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The known services, one file each: {@code matomo.yaml} describes {@code matomo}. */
public final class Catalogue {

    private static final String FOLDER = "catalogue";
    private static final String EXTENSION = ".yaml";

    private Catalogue() {}

    /** Returns the entry of this name, if there is one. */
    public static Optional<CatalogueEntry> find(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return PluginResources.find(FOLDER + "/" + name + EXTENSION).map(content -> CatalogueEntry.read(name, content));
    }

    /** Returns the names of all entries, in alphabetical order. It lists the plugin's jar: use it in messages alone. */
    public static List<String> names() {
        Set<String> names = new TreeSet<>();
        for (String file : CatalogueFolder.names()) {
            if (file.endsWith(EXTENSION)) {
                names.add(file.substring(0, file.length() - EXTENSION.length()));
            }
        }
        return List.copyOf(names);
    }

    // Anything else is no file of the catalogue, and must not lead out of its folder.
    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
