/** @import { Page } from "./types.js" */

const NAME = "cookie-charter";

/**
 * The policy for Trusted Types: where a site requires them, the browser takes HTML, and what scripts run, from a policy
 * alone. The site allows policies by their names, each once in a page. This one approves of everything, and never leaves
 * the banner's scripts, which give it what they have decided to use.
 *
 * @see https://www.w3.org/TR/trusted-types/
 * @param {Element | null} script the one that runs, which may have been given the policy that the page has already
 * @returns {TrustedTypesPolicy | undefined} none where the browser has none, or the site allows none of this name
 */
export function createPolicy(script) {
  /** @type {CustomEvent<{ policy?: TrustedTypesPolicy }>} */
  const wish = new CustomEvent(NAME, { detail: {} });
  if (script) {
    script.dispatchEvent(wish);
  }
  try {
    return (
      wish.detail.policy ||
      trustedTypes.createPolicy(NAME, { createHTML: same, createScript: same, createScriptURL: same })
    );
  } catch (unknownOrForbidden) {
    return undefined;
  }
}

/**
 * Gives the policy to a script as it begins to run, before it calls code of others.
 *
 * @param {Element} script
 * @param {TrustedTypesPolicy | undefined} policy
 */
export function passPolicy(script, policy) {
  script.addEventListener(NAME, function give(wish) {
    if (document.currentScript === script) {
      script.removeEventListener(NAME, give);
      /** @type {CustomEvent} */ (wish).detail.policy = policy;
    }
  });
}

/**
 * @param {TrustedTypesPolicy | undefined} policy
 * @returns {Page["trusted"]}
 */
export function trustedBy(policy) {
  return (how, text) => (policy ? policy[how](text) : text);
}

/**
 * For a library that writes HTML: it is trusted with what it writes until distrustHtml, at the longest until the code that
 * runs has run. No code of others may run meanwhile.
 *
 * @param {Pick<Page, "trusted">} page
 */
export function trustHtml({ trusted }) {
  const { prototype } = window.Element;
  // Before Element's own.
  Object.defineProperty(window.HTMLElement.prototype, "innerHTML", {
    configurable: true,
    get() {
      return Reflect.get(prototype, "innerHTML", this);
    },
    set(text) {
      Reflect.set(prototype, "innerHTML", trusted("createHTML", text), this);
    },
  });
  window.HTMLElement.prototype.insertAdjacentHTML = function (
    /** @type {InsertPosition} */ where,
    /** @type {string} */ text
  ) {
    prototype.insertAdjacentHTML.call(this, where, trusted("createHTML", text));
  };
  Promise.resolve().then(distrustHtml);
}

/**
 * The same for a library that dispatches events meanwhile: none of it holds for what listens to them.
 *
 * @param {Pick<Page, "trusted">} page
 */
export function trustHtmlBetweenEvents(page) {
  trustHtml(page);
  [window, window.Node.prototype].forEach((target) => {
    target.dispatchEvent = function (event) {
      distrustHtml();
      const isDefault = window.EventTarget.prototype.dispatchEvent.call(this, event);
      trustHtmlBetweenEvents(page);
      return isDefault;
    };
  });
}

export function distrustHtml() {
  /** @type {any[]} */ ([window, window.Node.prototype, window.HTMLElement.prototype]).forEach((each) => {
    delete each.dispatchEvent;
    delete each.innerHTML;
    delete each.insertAdjacentHTML;
  });
}

/**
 * @param {string} text
 */
function same(text) {
  return text;
}
