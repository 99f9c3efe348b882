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

/** Follows no inclusion of HOCON, neither into the file system nor into the network, and remembers what each names. */
final class HoconIncludes implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private final List<String> names = new ArrayList<>();

    /** What the inclusions name, in the order of the text. */
    List<String> names() {
        return List.copyOf(names);
    }

    private ConfigObject nothing(String name) {
        names.add(name);
        return ConfigFactory.empty().root();
    }

    /** The library's own includer, which reads files, comes as the fallback: it is never asked. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return nothing(what);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return nothing(what.getPath().replace(File.separatorChar, '/'));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        return nothing(what.toExternalForm());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        return nothing(what);
    }
}
