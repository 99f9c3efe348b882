package io.github.cookiecharter.goal;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** Tells one build of the plugin from another. */
final class PluginFingerprint {

    private PluginFingerprint() {}

    /**
     * The version, and for a version that is still changing how the code that runs looks on disk. A released version
     * never changes, so its jar is not even looked at.
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
            return version + " " + looks(new File(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return version;
        }
    }

    // A jar, or the folder of classes when the plugin is run from its own build.
    private static String looks(File file) {
        File[] entries = file.listFiles();
        if (entries == null) {
            return file.length() + " " + file.lastModified();
        }
        long looks = 1;
        for (File entry : entries) {
            looks += 31L * (looks(entry) + entry.getName()).hashCode();
        }
        return Long.toString(looks);
    }
}
