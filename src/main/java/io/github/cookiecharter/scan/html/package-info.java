/** Tag scanner for pages of any template language: the scripts, event attributes and addresses in them. */
package io.github.cookiecharter.scan.html;
