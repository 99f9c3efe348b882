/** Constant folding and name resolution: which texts and numbers an expression may stand for. */
package io.github.cookiecharter.scan.javascript.value;
