package io.github.cookiecharter.scan.classpath;

/** Limits of what is read, so that no input exhausts memory or time. */
final class ScanLimits {

    /** Bytes of one class file, script or page. */
    static final int FILE_BYTES = 16 << 20;

    /** Bytes of one nested archive. */
    static final long NESTED_ARCHIVE_BYTES = 1L << 29;

    /** Bytes of all nested archives together. */
    static final long ALL_NESTED_ARCHIVES_BYTES = 4L << 30;

    /** Bytes to which all files of one archive may unpack. */
    static final long ARCHIVE_BYTES = 4L << 30;

    /** Files in one archive or folder. */
    static final int FILES_PER_TREE = 200_000;

    /** Levels of archives inside archives. */
    static final int NESTING_DEPTH = 3;

    /** The size of a file divided by its compressed size; ordinary files stay far below. */
    static final long COMPRESSION_RATIO = 250;

    /** Files up to this size may have any ratio: a megabyte of spaces is harmless. */
    static final long ANY_RATIO_BYTES = 4 << 20;

    /** Levels of folders inside folders. */
    static final int DIRECTORY_DEPTH = 100;

    private ScanLimits() {}
}
