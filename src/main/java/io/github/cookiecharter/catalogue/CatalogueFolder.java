package io.github.cookiecharter.catalogue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The names of the catalogue's files, in the plugin's jar or in a folder of classes. */
final class CatalogueFolder {

    private static final String OWN_FILE = "CatalogueFolder.class";

    private CatalogueFolder() {}

    /** Returns the names in alphabetical order. The classes of this package lie in the same folder. */
    static Set<String> names() {
        URL own = Objects.requireNonNull(CatalogueFolder.class.getResource(OWN_FILE));
        try {
            URLConnection connection = own.openConnection();
            // The JDK's cache of the jar would outlive a plugin that is rebuilt.
            connection.setUseCaches(false);
            return connection instanceof JarURLConnection inJar ? ofJar(inJar) : ofFolder(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ofJar(JarURLConnection connection) throws IOException {
        Set<String> names = new TreeSet<>();
        String own = connection.getEntryName();
        String folder = own.substring(0, own.length() - OWN_FILE.length());
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder))
                    .forEach(name -> names.add(name.substring(folder.length())));
        }
        return names;
    }

    private static Set<String> ofFolder(URL own) {
        String[] files = new File(URI.create(own.toString())).getParentFile().list();
        return new TreeSet<>(files == null ? Set.of() : Set.of(files));
    }
}
