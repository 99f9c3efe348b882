import { matches } from "./names.js";
import { createPlaceholder } from "./placeholder.js";
import { warn } from "./warn.js";

/** @import { Charter, FrameEntry, Page } from "./types.js" */

/**
 * A frame that the script has met.
 *
 * @typedef {object} Frame
 * @property {HTMLIFrameElement} iframe
 * @property {string | null} source its address as the page writes it
 * @property {URL | null} url its address, if it is one of the web
 * @property {FrameEntry | null} entry the charter's, if some service declares the address
 * @property {HTMLElement | null} placeholder what stands in its place
 * @property {string} display how it was displayed before the placeholder
 * @property {boolean} isOpen
 * @property {boolean} byHand whether the visitor asked for it, this once
 */

/** <iframe data-cookie-charter-src="…" title="…">: without "src" the browser asks nobody for anything. */
export const HELD_FRAME = "iframe[data-cookie-charter-src]";

/**
 * Frames that wait for consent.
 *
 * @param {Charter} charter
 * @param {Page} page
 * @param {(service: string) => boolean} mayRun
 * @param {() => boolean} isStarted whether the runtime can show its preferences
 */
export function createFrames(charter, page, mayRun, isStarted) {
  /** @type {Frame[]} */
  let frames = [];
  /** @type {Frame | undefined} the frame from whose placeholder the visitor has opened the preferences */
  let asking;

  function show() {
    frames = frames.filter(isStillThere);
    /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(HELD_FRAME)).forEach((iframe) => {
      if (!page.hasNonce(iframe)) {
        return;
      }
      const frame = frameOf(iframe);
      const allowed = !!frame.entry && frame.entry.services.some(mayRun);
      if (allowed || frame.byHand) {
        release(frame);
        if (frame === asking) {
          asking = undefined;
          // The dialog closes first.
          setTimeout(() => iframe.focus());
        }
      } else {
        hold(frame);
      }
    });
  }

  /**
   * @param {HTMLIFrameElement} iframe
   */
  function frameOf(iframe) {
    const frame = frames.find((each) => each.iframe === iframe) || meet(iframe);
    const source = iframe.getAttribute("data-cookie-charter-src") || "";
    if (frame.source !== source) {
      recall(frame);
      removePlaceholder(frame);
      frame.byHand = false;
      frame.source = source;
      frame.url = webAddress(source);
      frame.entry = frame.url && frameEntry(charter.frames, frame.url);
      if (!frame.entry) {
        warn(
          "no service of the charter declares the address of this frame, so no consent covers it: it is held back",
          iframe
        );
      }
    }
    return frame;
  }

  /**
   * @param {HTMLIFrameElement} iframe
   */
  function meet(iframe) {
    /** @type {Frame} */
    const frame = {
      iframe,
      source: null,
      url: null,
      entry: null,
      placeholder: null,
      display: "",
      isOpen: iframe.hasAttribute("src"),
      byHand: false,
    };
    frames.push(frame);
    dropCopy(frame);
    return frame;
  }

  // A body out of a framework's cache holds a copy of a placeholder, which does nothing.
  /**
   * @param {Frame} frame
   */
  function dropCopy({ iframe }) {
    const copy = iframe.previousElementSibling;
    if (copy && copy.matches(".cookie-charter-frame") && !frames.some((each) => each.placeholder === copy)) {
      copy.remove();
      iframe.style.display = "";
    }
  }

  /**
   * @param {Frame} frame
   */
  function hold(frame) {
    recall(frame);
    if (frame.placeholder && frame.placeholder.isConnected && frame.placeholder.lang === page.texts.language) {
      preferencesOf(frame.placeholder).hidden = !offersPreferences(frame);
      return;
    }
    removePlaceholder(frame);
    const placeholder = createPlaceholder(frame, {
      charter,
      page,
      offersPreferences: offersPreferences(frame),
      onLoad: () => loadOnce(frame),
    });
    frame.placeholder = placeholder;
    frame.display = frame.iframe.style.display;
    frame.iframe.style.display = "none";
    frame.iframe.before(placeholder);
  }

  /**
   * @param {Frame} frame
   */
  function offersPreferences(frame) {
    return isStarted() && !!frame.entry;
  }

  /**
   * This one frame, now: nothing is recorded, and the next page holds it back again.
   *
   * @param {Frame} frame
   */
  function loadOnce(frame) {
    frame.byHand = true;
    release(frame);
    if (!frame.iframe.title) {
      frame.iframe.title = frame.entry
        ? page.texts.frames[frame.entry.services[0]].name
        : /** @type {URL} */ (frame.url).host;
    }
    frame.iframe.focus();
  }

  /**
   * @param {Element} control what has opened the preferences
   */
  function preferencesAskedFrom(control) {
    asking = frames.find((frame) => !!frame.placeholder && frame.placeholder.contains(control));
  }

  // A frame that was loaded by hand was loaded for once: a choice comes after it.
  function forgetLoadedByHand() {
    frames.forEach((frame) => {
      frame.byHand = false;
    });
  }

  return { show, preferencesAskedFrom, forgetLoadedByHand };
}

/**
 * @param {string} source
 */
export function webAddress(source) {
  try {
    const url = new URL(source, document.baseURI);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch (malformed) {
    return null;
  }
}

/**
 * The entry of an address. The entries stand in order of precedence, as those of names do; neither scheme nor fragment
 * makes a difference. Host, port and path are matched each by itself, so that no "*" reaches from one into the next.
 *
 * @param {FrameEntry[]} entries
 * @param {URL} url
 */
export function frameEntry(entries, url) {
  const path = url.pathname + url.search;
  const addresses = [[url.hostname, url.port, path]];
  if (url.origin === location.origin) {
    addresses.push(["", "", path]);
  }
  return (
    entries.find((entry) => addresses.some((parts) => entry.address.every((part, i) => matches(part, parts[i])))) ||
    null
  );
}

/**
 * A page that takes a frame away knows nothing of its placeholder.
 *
 * @param {Frame} frame
 */
function isStillThere(frame) {
  if (!frame.iframe.isConnected) {
    removePlaceholder(frame);
  }
  return frame.iframe.isConnected;
}

/**
 * @param {Frame} frame
 */
function release(frame) {
  if (!frame.isOpen && frame.url) {
    frame.isOpen = true;
    removePlaceholder(frame);
    frame.iframe.src = frame.url.href;
  }
}

/**
 * Taken out and put back, an iframe forgets its document without a step in the visitor's history.
 *
 * @param {Frame} frame
 */
function recall(frame) {
  if (frame.isOpen) {
    frame.isOpen = false;
    frame.iframe.removeAttribute("src");
    parentOf(frame.iframe).insertBefore(frame.iframe, frame.iframe.nextSibling);
  }
}

/**
 * @param {Frame} frame
 */
function removePlaceholder(frame) {
  if (frame.placeholder) {
    frame.placeholder.remove();
    frame.placeholder = null;
    frame.iframe.style.display = frame.display;
  }
}

/**
 * @param {Element} placeholder
 */
function preferencesOf(placeholder) {
  return /** @type {HTMLElement} */ (placeholder.querySelector('[data-cookie-charter="preferences"]'));
}

/**
 * @param {Element} element one that is in the page
 */
function parentOf(element) {
  return /** @type {ParentNode & Node} */ (element.parentNode);
}
