import { warn } from "./warn.js";

/**
 * The document as browsers supply it. An element may hide parts of it: `document.cookie` is the image of a comment that
 * has `<img name="cookie">`, `window.exports` an element with that id, and a form's `matches` its field of that name.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */

// What the banner and its libraries call or read of the document.
const NEEDED =
  /^(?:(?:add|create|get|query|remove)[A-Z]|(?:activeElement|baseURI|body|contains|cookie|currentScript|d(?:efaultView|ispatchEvent|ocumentElement)|head|location|nodeType|readyState|title|visibilityState)$)/;

// Of the elements that can hide something, those that have a name or an id.
const HIDING = ["embed[name]", "form[name]", "iframe[name]", "img[name]", "object[name]", "object[id]"].join();

/**
 * Element.prototype's own function, which no field of a form hides.
 *
 * @param {Element} element
 * @param {string} selector
 */
export function isMatch(element, selector) {
  return window.Element.prototype.matches.call(element, selector);
}

/**
 * @param {Element} element
 * @param {string} selector
 */
export function closest(element, selector) {
  return window.Element.prototype.closest.call(element, selector);
}

/**
 * @param {Element} root
 * @param {string} selector
 */
export function queryAll(root, selector) {
  return window.Element.prototype.querySelectorAll.call(root, selector);
}

/**
 * From here on no element hides what the banner needs of the document: one that does loses its name, and the console
 * says so.
 */
export function uncoverDocument() {
  const observer = new MutationObserver((changes) => {
    changes.forEach((change) => {
      uncover(change.target);
      change.addedNodes.forEach(uncoverAll);
    });
  });
  const options = { childList: true, subtree: true, attributes: true, attributeFilter: ["name", "id"] };
  const root = window.Document.prototype.querySelectorAll.call(document, "html")[0];
  uncoverAll(root);
  observer.observe(root, options);
}

/**
 * @param {Node} node
 */
function uncoverAll(node) {
  if (node instanceof Element) {
    uncover(node);
    queryAll(node, HIDING).forEach(uncover);
  }
}

/**
 * @param {Node} node
 */
function uncover(node) {
  if (node instanceof Element && isMatch(node, HIDING)) {
    ["name", "id"].forEach((attribute) => {
      const name = window.Element.prototype.getAttribute.call(node, attribute) || "";
      if (NEEDED.test(name) && name in window.Document.prototype) {
        window.Element.prototype.removeAttribute.call(node, attribute);
        warn(`this element's ${attribute}="${name}" hid document.${name} from every script, so it is removed`, node);
      }
    });
  }
}

/**
 * Makes names the window's own, so that no element's id supplies them.
 *
 * @param {string[]} names
 * @returns what gives them back
 */
export function ownNames(names) {
  const all = /** @type {any} */ (window);
  const taken = names.filter((name) => !Object.prototype.hasOwnProperty.call(window, name));
  taken.forEach((name) => {
    all[name] = undefined;
  });
  return () => {
    taken.forEach((name) => {
      if (all[name] === undefined) {
        delete all[name];
      }
    });
  };
}

/**
 * Takes the ids of a library's own elements from those that have them already.
 *
 * @param {string} selector
 */
export function freeIds(selector) {
  queryAll(document.documentElement, selector).forEach((element) => {
    window.Element.prototype.removeAttribute.call(element, "id");
  });
}

/**
 * While a library looks for what it acts on in the page, it finds only what may act.
 *
 * @param {(element: Element) => boolean} mayAct
 * @returns what ends it
 */
export function restrictQueries(mayAct) {
  /** @type {any} */ (document).querySelectorAll = (/** @type {string} */ selector) =>
    Array.from(queryAll(document.documentElement, selector)).filter(mayAct);
  return () => {
    delete (/** @type {any} */ (document).querySelectorAll);
  };
}
