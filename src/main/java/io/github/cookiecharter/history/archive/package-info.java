/**
 * The recorded charters on disk: {@link io.github.cookiecharter.history.archive.HistoryFolder} lists them, {@link
 * io.github.cookiecharter.history.archive.RecordedZip} writes and reads one. What lies there belongs to the user: nothing
 * is overwritten or deleted.
 */
package io.github.cookiecharter.history.archive;
