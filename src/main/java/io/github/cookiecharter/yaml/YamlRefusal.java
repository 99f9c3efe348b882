package io.github.cookiecharter.yaml;

/**
 * Why a text in YAML could not be read.
 *
 * @param at the offset of the problem in the text
 * @param reason half a sentence about the problem, on one line, without a full stop at its end
 */
public record YamlRefusal(int at, String reason) {}
