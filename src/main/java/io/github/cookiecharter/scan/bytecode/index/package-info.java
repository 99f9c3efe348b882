/**
 * The index of all classes: constant pools, supertypes, references by name, and the code of a class with its def-use
 * information on demand. The tables of sinks and frameworks are here because they determine which classes are loaded.
 */
package io.github.cookiecharter.scan.bytecode.index;
