import { frameEntry, webAddress } from "./frames.js";
import { servicesOf } from "./scripts.js";
import { warnOnce } from "./warn.js";

/** @import { Charter, Page } from "./types.js" */

/** Images, style sheets, objects and media: <img data-cookie-charter-src="…">, <link data-cookie-charter-src="…">. */
export const HELD_ELEMENT = "[data-cookie-charter-src]:not(iframe)";

/** @type {Record<string, string>} */
const ADDRESS = { LINK: "href", OBJECT: "data" };

/**
 * Elements other than frames that wait for consent: for the services that they name, or else for those that declare
 * their address.
 *
 * @param {Charter} charter
 * @param {(service: string) => boolean} isKnown
 * @param {(service: string) => boolean} mayRun
 * @param {Page} page
 */
export function createElements(charter, isKnown, mayRun, page) {
  /**
   * @param {HTMLElement} element
   */
  function show(element) {
    // A picture can do nothing that a policy with a nonce is there to prevent.
    if (element.tagName !== "IMG" && !page.hasNonce(element)) {
      return;
    }
    const attribute = ADDRESS[element.tagName] || "src";
    const url = webAddress(element.getAttribute("data-cookie-charter-src") || "");
    const services = url ? servicesFor(element, url) : [];
    if (url && services.some(mayRun)) {
      if (element.getAttribute(attribute) !== url.href) {
        element.setAttribute(attribute, page.trusted("createScriptURL", url.href));
      }
    } else {
      element.removeAttribute(attribute);
    }
    if (!services.some(isKnown)) {
      warnOnce(
        "no service of the charter declares the address of this element, so no consent covers it: it is held back",
        element
      );
    }
  }

  /**
   * @param {Element} element
   * @param {URL} url
   */
  function servicesFor(element, url) {
    const named = servicesOf(element);
    const entry = named.length > 0 ? null : frameEntry([...charter.pixels, ...charter.frames], url);
    return entry ? entry.services : named;
  }

  return { show: () => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(HELD_ELEMENT)).forEach(show) };
}
