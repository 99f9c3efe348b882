/**
 * Says of words that nobody has translated in which language they are.
 *
 * @param {Element} root below an element with the attribute lang
 * @param {string} language that of all other words
 * @param {Record<string, string>} foreign the words, each with its language
 */
export function markForeignWords(root, language, foreign) {
  const all = Object.keys(foreign);
  if (all.length > 0) {
    textNodes(root).forEach((node) => {
      all.forEach((words) => mark(node, words, language, foreign[words]));
    });
  }
}

/**
 * @param {Element} root
 */
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(/** @type {Text} */ (walker.currentNode));
  }
  return nodes;
}

/**
 * Marks the words where they are all of a text, or its last words.
 *
 * @param {Text} node
 * @param {string} words
 * @param {string} language
 * @param {string} foreign
 */
function mark(node, words, language, foreign) {
  const parent = /** @type {HTMLElement} */ (node.parentElement);
  const at = node.data.length - words.length;
  const isLast = at === 0 || (at > 0 && node.data.charAt(at - 1) === " ");
  if (!isLast || node.data.slice(at) !== words || languageOf(parent) !== language) {
    return;
  }
  if (at === 0 && !parent.lang && parent.childNodes.length === 1) {
    parent.lang = foreign;
    parent.dir = "auto";
    return;
  }
  const span = document.createElement("span");
  span.lang = foreign;
  span.dir = "auto";
  parent.replaceChild(span, node.splitText(at));
  span.textContent = words;
}

/**
 * @param {Element} element
 */
function languageOf(element) {
  return /** @type {HTMLElement} */ (element.closest("[lang]")).lang;
}
