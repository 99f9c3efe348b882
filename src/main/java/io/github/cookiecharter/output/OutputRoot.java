package io.github.cookiecharter.output;

/** The folders below which a build writes; {@link OutputLayout} has their paths. */
public enum OutputRoot {
    /** Pages and scripts: {@code <webDirectory>/<webPath>}. */
    WEB_PATH,
    /** The web root itself: {@code <webDirectory>}. */
    WEB_ROOT,
    /** Files of the jar that no browser asks for: the folder of the generated resources. */
    RESOURCES,
    /** Generated Java sources. */
    SOURCES,
    /** Previews and reports for the author. */
    REPORTS
}
