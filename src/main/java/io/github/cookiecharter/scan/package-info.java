/**
 * Static analysis of what a project's code and configuration store on the visitor's device. In: a {@link
 * io.github.cookiecharter.scan.model.ScanRequest} with classes, web folders and dependencies. Out: a {@link
 * io.github.cookiecharter.scan.model.ScanResult} of evidence, and a list of what could not be read.
 *
 * <p>Start at {@link io.github.cookiecharter.scan.Scanner}, which owns the walk over files and classes and hands them to
 * the readers of bytecode, scripts and configuration.
 */
package io.github.cookiecharter.scan;
