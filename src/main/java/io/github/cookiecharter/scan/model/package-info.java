/** The types that the parts of the scan exchange: the request, the files to read, the evidence found, the result. */
package io.github.cookiecharter.scan.model;
