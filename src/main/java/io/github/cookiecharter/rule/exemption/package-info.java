/** Rules about services that run without consent because an exemption, such as audience measurement, covers them. */
package io.github.cookiecharter.rule.exemption;
