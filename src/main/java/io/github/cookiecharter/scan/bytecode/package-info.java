/**
 * The analysis of class files. {@link io.github.cookiecharter.scan.bytecode.ClassScanner} runs its phases: {@code index}
 * reads every class once; {@code graph} answers who calls whom; {@code value} propagates constants through the call graph;
 * {@code sink} finds the calls that set cookies and turns them into evidence.
 */
package io.github.cookiecharter.scan.bytecode;
