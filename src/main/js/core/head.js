import { folderOf } from "./page.js";
import { createPolicy, passPolicy, trustedBy } from "./trusted.js";

/**
 * A tag of head.html.
 *
 * @typedef {object} HeadTag
 * @property {"style" | "script" | "blocked" | "site"} kind one of the banner's own files, a script that waits for consent,
 *   or one of the site's that needs none
 * @property {string} [address] of the banner's own file, relative to the folder of head.js
 * @property {Record<string, string>} [attributes] of the site's script
 */

/**
 * Puts the tags of head.html into a page that has nothing but head.js, behind its script element and in their order.
 *
 * @param {{ tags: HeadTag[] }} head
 */
export function insertHead({ tags }) {
  const self = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!self) {
    console.warn("Cookie Charter: head.js works in a script element without type=module alone; there is no banner");
    return;
  }
  const base = folderOf(self);
  const policy = createPolicy(self);
  const trusted = trustedBy(policy);
  /** @type {Element} */
  let last = self;

  /**
   * @param {HTMLElement} element
   */
  function insert(element) {
    last.insertAdjacentElement("afterend", element);
    last = element;
  }

  /**
   * @param {HeadTag} tag
   */
  function create({ kind, address = "", attributes = {} }) {
    if (kind === "style") {
      return Object.assign(document.createElement("link"), { rel: "stylesheet", href: base + address });
    }
    const script = document.createElement("script");
    script.nonce = /** @type {HTMLScriptElement} */ (self).nonce;
    // The scripts run in their order, as they would with "defer".
    script.async = false;
    Object.keys(attributes).forEach((name) => {
      script.setAttribute(name, trusted("createScriptURL", attributes[name]));
    });
    if (address) {
      passPolicy(script, policy);
      script.src = trusted("createScriptURL", base + address);
    }
    return script;
  }

  tags.filter(({ kind }) => kind !== "site").forEach((tag) => insert(create(tag)));
  afterParsing(() => tags.filter(({ kind }) => kind === "site").forEach((tag) => insert(create(tag))));
}

/**
 * A script of the site may need the whole document: head.html has "defer" on it.
 *
 * @param {() => void} action
 */
function afterParsing(action) {
  if (document.readyState === "loading") {
    document.addEventListener("readystatechange", action, { once: true });
  } else {
    action();
  }
}
