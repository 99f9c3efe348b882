package io.github.cookiecharter.output;

/** The folders below which a build writes; where each lies is the build's business. */
public enum OutputRoot {
    /** Pages and scripts: {@code <webDirectory>/<webPath>}. */
    WEB_PATH,
    /** The web root itself: {@code <webDirectory>}. */
    WEB_ROOT,
    /** Generated Java sources. */
    SOURCES,
    /** Previews and reports for the author. */
    REPORTS
}
