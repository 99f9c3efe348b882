package io.github.cookiecharter.scan.model;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a scan keeps the index of the libraries between builds.
 *
 * @param folder the folder, absolute; created when something is written
 * @param version identifies the build of the plugin: another build reads other sinks, so it has an index of its own
 * @param notes receives one line when the index cannot be written; never a reason to fail
 */
public record IndexLocation(Path folder, String version, Consumer<String> notes) {}
