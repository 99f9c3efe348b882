import { isMatch, queryAll } from "./dom.js";

/**
 * A document does not stay as it was: frameworks add to it, exchange its body, and change its language.
 *
 * @param {string} concerned a selector for what the banner cares about
 * @param {object} context
 * @param {() => Element | null} context.root the runtime's own element, once it is there
 * @param {() => void} context.onFound called when something concerned comes, goes or changes
 * @param {() => void} context.onLanguage called when the page's language changes
 */
export function createDocument(concerned, { root, onFound, onLanguage }) {
  let lost = 0;
  let lostAt = 0;

  /**
   * @param {Node} node
   */
  function concerns(node) {
    return node instanceof Element && (isMatch(node, concerned) || queryAll(node, concerned).length > 0);
  }

  /**
   * @param {MutationRecord} change
   */
  function isFound(change) {
    return (
      change.type === "attributes" ||
      Array.from(change.addedNodes).some(concerns) ||
      Array.from(change.removedNodes).some(concerns)
    );
  }

  // A new body knows nothing of banner and preferences; one out of a framework's cache has a copy that does nothing.
  function keepRoot() {
    const kept = root();
    if (!kept || kept.isConnected || !document.body || isDriven()) {
      return;
    }
    document.querySelectorAll(`#${kept.id}`).forEach((copy) => copy.remove());
    // The first stop of the tabulator.
    document.body.prepend(kept);
  }

  // Something that takes it away again and again wants it away.
  function isDriven() {
    const now = Date.now();
    lost = now - lostAt < 1000 ? lost + 1 : 0;
    lostAt = now;
    return lost > 9;
  }

  new MutationObserver((changes) => {
    keepRoot();
    if (changes.some(isFound)) {
      onFound();
    }
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-cookie-charter-src", "data-cookie-charter"],
  });
  new MutationObserver(onLanguage).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
}
