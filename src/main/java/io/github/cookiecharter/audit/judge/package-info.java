/** x */
package io.github.cookiecharter.audit.judge;
