package io.github.cookiecharter.audit.browser;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A browser on this machine.
 *
 * @param product which one
 * @param program its program
 * @param driver the program that it is driven by, if it needs one
 */
public record InstalledBrowser(BrowserProduct product, Path program, Optional<Path> driver) {}
