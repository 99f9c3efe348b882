/**
 * A text as HTML. A runtime takes its texts for HTML; this is the one place where text becomes HTML. Braces are written
 * as references so that no text can be taken for a runtime's own placeholder.
 *
 * @param {string} text
 */
export function html(text) {
  return text.replace(/[&<>"'{}]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * A sentence as an element of its own, as HTML.
 *
 * @param {string} words
 */
export function sentence(words) {
  return `<span>${html(words)}</span>`;
}
