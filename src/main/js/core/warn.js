/**
 * @param {string} message
 * @param {Element} element what it is about
 */
export function warn(message, element) {
  console.warn(`Cookie Charter: ${message}`, element);
}
