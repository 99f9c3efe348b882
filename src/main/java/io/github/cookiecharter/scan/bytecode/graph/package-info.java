/** The call graph and control flow: call sites, possible targets, lambdas, dominators, calling contexts. */
package io.github.cookiecharter.scan.bytecode.graph;
