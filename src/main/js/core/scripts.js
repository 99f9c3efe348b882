import { warnOnce } from "./warn.js";

/** @import { Page, ScriptForm } from "./types.js" */

/** Scripts that wait, in the form of the charter's own: one of the services is enough. data-type="module" makes a module. */
export const HELD_SCRIPT = 'script[type="text/plain"][data-cookie-charter-services]';

const RELEASED = "script[data-cookie-charter-released]";

const OF_THE_HELD_ONE = [
  "type",
  "nonce",
  "src",
  "data-type",
  "data-src",
  "data-cookie-charter-services",
  "data-category",
  "data-turbo-track",
];

/**
 * Scripts that wait for consent.
 *
 * @param {(service: string) => boolean} isKnown whether the charter has a service of that id
 * @param {(service: string) => boolean} mayRun
 * @param {Pick<Page, "hasNonce" | "trusted">} page
 * @param {ScriptForm} [own] the library's own form
 */
export function createScripts(isKnown, mayRun, page, own = undefined) {
  /** @type {HTMLScriptElement[]} */
  const waiting = [];
  /** @type {WeakSet<HTMLScriptElement>} */
  const done = new WeakSet();
  let loading = 0;

  /** @type {ScriptForm} */
  const ours = {
    selector: HELD_SCRIPT,
    what: "service",
    isKnown: (held) => servicesOf(held).some(isKnown),
    mayRun: (held) => servicesOf(held).some(mayRun),
  };
  const selector = own ? `${HELD_SCRIPT},${own.selector}` : HELD_SCRIPT;

  /**
   * @param {Element} held
   */
  function formOf(held) {
    return own && !held.matches(HELD_SCRIPT) ? own : ours;
  }

  function run() {
    /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll(selector)).forEach((held) => {
      if (!page.hasNonce(held)) {
        return;
      }
      const form = formOf(held);
      if (form.mayRun(held)) {
        if (waiting.indexOf(held) < 0 && !done.has(held)) {
          waiting.push(held);
        }
      } else if (!form.isKnown(held)) {
        warnOnce(`this script names no ${form.what} of the charter and stays held back`, held);
      }
    });
    runNext();
  }

  // Scripts with an address keep their order by themselves (async = false); one without must wait for those before it.
  function runNext() {
    while (waiting.length > 0 && (loading === 0 || addressOf(waiting[0]))) {
      const held = /** @type {HTMLScriptElement} */ (waiting.shift());
      if (held.isConnected && formOf(held).mayRun(held)) {
        release(held);
      }
    }
  }

  /**
   * The held one stays where it is: a framework that put it there wants to find it when it takes it away.
   *
   * @param {HTMLScriptElement} held
   */
  function release(held) {
    const fresh = released(held, page.trusted);
    const address = addressOf(held);
    done.add(held);
    dropCopy(held);
    if (!address) {
      fresh.text = page.trusted("createScript", held.text);
    } else {
      if (!fresh.async) {
        loading++;
        fresh.onload = fresh.onerror = () => {
          loading--;
          runNext();
        };
      }
      fresh.src = page.trusted("createScriptURL", address);
    }
    held.before(fresh);
  }

  // htmx would run again what it finds in a page that it has kept.
  document.addEventListener("htmx:beforeHistorySave", () => {
    document.querySelectorAll(RELEASED).forEach((fresh) => fresh.remove());
  });

  return { run, selector };
}

/**
 * A framework that keeps pages keeps what ran in them too.
 *
 * @param {HTMLScriptElement} held
 */
function dropCopy(held) {
  const copy = held.previousElementSibling;
  if (copy && copy.matches(RELEASED)) {
    copy.remove();
  }
}

/**
 * @param {Element} held
 */
export function servicesOf(held) {
  return (held.getAttribute("data-cookie-charter-services") || "").split(/\s+/).filter((id) => id);
}

/**
 * @param {Element} held
 */
function addressOf(held) {
  return held.getAttribute("data-src") || held.getAttribute("src");
}

/**
 * A script with the attributes of the held one, and not yet with what it runs.
 *
 * @param {HTMLScriptElement} held
 * @param {Page["trusted"]} trusted
 */
function released(held, trusted) {
  const fresh = document.createElement("script");
  Array.from(held.attributes).forEach((attribute) => {
    if (OF_THE_HELD_ONE.indexOf(attribute.name) < 0) {
      // Those like "onload" hold a script.
      fresh.setAttribute(attribute.name, trusted("createScript", attribute.value));
    }
  });
  fresh.setAttribute("data-cookie-charter-released", "");
  // Turbo would run it again out of its cache.
  fresh.setAttribute("data-turbo-eval", "false");
  fresh.type = held.getAttribute("data-type") || "";
  // The browser hides the attribute, but not the property, from scripts.
  fresh.nonce = held.nonce;
  fresh.async = held.hasAttribute("async");
  return fresh;
}
