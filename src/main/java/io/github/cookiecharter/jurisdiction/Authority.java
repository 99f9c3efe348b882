package io.github.cookiecharter.jurisdiction;

import java.net.URI;

/**
 * A supervisory authority to which visitors can complain.
 *
 * @param name its name by language
 * @param url the address of its site
 */
public record Authority(LocalWording name, URI url) {}
