/**
 * @param {string} message
 * @param {Element} element what it is about
 */
export function warn(message, element) {
  console.warn(`Cookie Charter: ${message}`, element);
}

const UNKNOWN = "data-cookie-charter-unknown";

/**
 * @param {string} message
 * @param {Element} element
 */
export function warnOnce(message, element) {
  if (!element.hasAttribute(UNKNOWN)) {
    element.setAttribute(UNKNOWN, "");
    warn(message, element);
  }
}
