/**
 * The keywords of the declaration's format as types that every package may use, and access to the plugin's resources.
 */
package io.github.cookiecharter.model;
