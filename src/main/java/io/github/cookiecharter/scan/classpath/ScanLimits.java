package io.github.cookiecharter.scan.classpath;

/** How much is read at most, so that no archive takes all memory or never ends. */
final class ScanLimits {

    /** Bytes of one class file, script or page. */
    static final int FILE = 16 << 20;

    /** Bytes of one archive inside another. */
    static final long NESTED = 1L << 29;

    /** Bytes of all archives inside others. */
    static final long ALL_NESTED = 4L << 30;

    /** Files in one archive or folder. */
    static final int ENTRIES = 200_000;

    /** Archives inside archives. */
    static final int DEPTH = 3;

    /** How many times its packed size a file may have; what is worth packing stays far below. */
    static final long RATIO = 250;

    /** Below this size no ratio is suspicious: a megabyte of blanks is no danger. */
    static final long HARMLESS = 4 << 20;

    /** Folders inside folders. */
    static final int FOLDERS = 100;

    private ScanLimits() {}
}
