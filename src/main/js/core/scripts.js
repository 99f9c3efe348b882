import { warn } from "./warn.js";

/** Scripts that wait, in the form of the charter's own: one of the services is enough. data-type="module" makes a module. */
export const HELD_SCRIPT = 'script[type="text/plain"][data-cookie-charter-services]';

const OF_THE_HELD_ONE = ["type", "nonce", "src", "data-type", "data-src", "data-cookie-charter-services"];

/**
 * Scripts that wait for consent.
 *
 * @param {(service: string) => boolean} isKnown whether the charter has a service of that id
 * @param {(service: string) => boolean} mayRun
 */
export function createScripts(isKnown, mayRun) {
  /** @type {HTMLScriptElement[]} */
  const waiting = [];
  let loading = 0;

  function run() {
    /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll(HELD_SCRIPT)).forEach((held) => {
      const services = servicesOf(held);
      if (services.some(mayRun)) {
        if (waiting.indexOf(held) < 0) {
          waiting.push(held);
        }
      } else if (!services.some(isKnown) && !held.hasAttribute("data-cookie-charter-unknown")) {
        held.setAttribute("data-cookie-charter-unknown", "");
        warn("this script names no service of the charter and stays held back", held);
      }
    });
    runNext();
  }

  // Scripts with an address keep their order by themselves (async = false); one without must wait for those before it.
  function runNext() {
    while (waiting.length > 0 && (loading === 0 || addressOf(waiting[0]))) {
      const held = /** @type {HTMLScriptElement} */ (waiting.shift());
      if (servicesOf(held).some(mayRun)) {
        release(held);
      }
    }
  }

  /**
   * @param {HTMLScriptElement} held
   */
  function release(held) {
    const fresh = released(held);
    const address = addressOf(held);
    if (!address) {
      fresh.textContent = held.textContent;
    } else {
      if (!fresh.async) {
        loading++;
        fresh.onload = fresh.onerror = () => {
          loading--;
          runNext();
        };
      }
      fresh.src = address;
    }
    held.replaceWith(fresh);
  }

  return { run };
}

/**
 * @param {Element} held
 */
function servicesOf(held) {
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
 */
function released(held) {
  const fresh = document.createElement("script");
  Array.from(held.attributes).forEach((attribute) => {
    if (OF_THE_HELD_ONE.indexOf(attribute.name) < 0) {
      fresh.setAttribute(attribute.name, attribute.value);
    }
  });
  fresh.type = held.getAttribute("data-type") || "";
  // The browser hides the attribute, but not the property, from scripts.
  fresh.nonce = held.nonce;
  fresh.async = held.hasAttribute("async");
  return fresh;
}
