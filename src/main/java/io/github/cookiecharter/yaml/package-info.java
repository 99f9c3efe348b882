/**
 * YAML with positions: the tree of the declaration with good error messages, and the settings of configuration files.
 * The only package that uses the YAML libraries.
 */
package io.github.cookiecharter.yaml;
