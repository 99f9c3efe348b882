/**
 * The index of all classes: constant pools, supertypes, references by name, and the code of a class with its def-use
 * information on demand. The tables of sinks and of frameworks lie here because they decide what is worth loading.
 */
package io.github.cookiecharter.scan.bytecode.index;
