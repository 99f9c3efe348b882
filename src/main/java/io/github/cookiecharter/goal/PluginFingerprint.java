package io.github.cookiecharter.goal;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** Identifies the build of the plugin, so that another build of it regenerates the output. */
final class PluginFingerprint {

    private PluginFingerprint() {}

    /**
     * Returns the version, and for a snapshot also the sizes and times of the plugin's files. A released version never
     * changes, so its jar is not examined.
     */
    static String identify(String version) {
        if (!version.endsWith("-SNAPSHOT")) {
            return version;
        }
        CodeSource source = PluginFingerprint.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return version;
        }
        try {
            return version + " " + fileState(new File(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return version;
        }
    }

    // A jar, or the folder of classes when the plugin is run from its own build.
    private static String fileState(File file) {
        File[] entries = file.listFiles();
        if (entries == null) {
            return file.length() + " " + file.lastModified();
        }
        long state = 1;
        for (File entry : entries) {
            state += 31L * (fileState(entry) + entry.getName()).hashCode();
        }
        return Long.toString(state);
    }
}
