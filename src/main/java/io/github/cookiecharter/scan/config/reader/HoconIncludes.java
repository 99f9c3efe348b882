package io.github.cookiecharter.scan.config.reader;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** Replaces each HOCON inclusion by an empty object, without access to files or the network, and records its name. */
final class HoconIncludes implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private final List<String> names = new ArrayList<>();

    /** Returns the names of the inclusions, in the order of the text. */
    List<String> names() {
        return List.copyOf(names);
    }

    private ConfigObject recordAndSkip(String name) {
        names.add(name);
        return ConfigFactory.empty().root();
    }

    /** Ignores the fallback, which is the library's own includer and reads files. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return recordAndSkip(what);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return recordAndSkip(what.getPath().replace(File.separatorChar, '/'));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return recordAndSkip(what.toExternalForm());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return recordAndSkip(what);
    }
}
