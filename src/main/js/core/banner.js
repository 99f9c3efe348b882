import { createConsentMode } from "./consent-mode.js";
import { createFrames, HELD_FRAME } from "./frames.js";
import { createGpc } from "./gpc.js";
import { createPage } from "./page.js";
import { createRecord } from "./record.js";
import { createScripts, HELD_SCRIPT } from "./scripts.js";
import { createStored } from "./stored.js";

/** @import { Banner, Charter, Page, Runtime, RuntimeFactory, Texts } from "./types.js" */

// The site marks what reopens the preferences; on a page without the banner such a control stays hidden.
const PREFERENCES = '[data-cookie-charter="preferences"]';

/**
 * Runs the banner: the one call of each bundle.
 *
 * @template {Texts} T
 * @template {Charter<T>} C
 * @param {C} charter
 * @param {RuntimeFactory<T, C>} createRuntime
 */
export function run(charter, createRuntime) {
  const page = createPage(/** @type {Charter<T>} */ (charter), /** @type {any} */ (document.currentScript));
  const runtime = createRuntime(charter, page);
  const banner = createBanner(charter, page, runtime);

  function ready() {
    page.withLibrary(runtime.isLoaded, () => runtime.start(banner));
  }

  runtime.prepare();
  // The runtime collects the held-back scripts once, when it starts: the page must be complete by then.
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", ready);
  } else {
    ready();
  }
}

/**
 * The choice at work.
 *
 * @param {Charter} charter
 * @param {Page} page
 * @param {Runtime} runtime
 * @returns {Banner}
 */
export function createBanner(charter, page, runtime) {
  let isStarted = false;
  /** @type {string[]} */
  let allowedSoFar = [];

  const { eraseRefused } = createStored(charter, runtime);
  const { refusesBySignal, showSignal } = createGpc(charter, runtime);
  const record = createRecord(charter, runtime);
  const consentMode = createConsentMode(charter, runtime);
  const scripts = createScripts(isKnown, mayRun);
  const frames = createFrames(charter, page, mayRun, () => isStarted);

  /**
   * @param {string} service
   */
  function waitsForConsent(service) {
    return Object.prototype.hasOwnProperty.call(charter.services, service);
  }

  /**
   * @param {string} service
   */
  function isFree(service) {
    return charter.free.indexOf(service) >= 0;
  }

  /**
   * @param {string} service
   */
  function isKnown(service) {
    return isFree(service) || waitsForConsent(service);
  }

  /**
   * A service that needs no consent is free; one that the charter does not know is not.
   *
   * @param {string} service
   */
  function mayRun(service) {
    return isFree(service) || (isStarted && waitsForConsent(service) && runtime.isAllowed(service));
  }

  function started() {
    isStarted = true;
    if (runtime.hasDecided() || refusesBySignal()) {
      eraseRefused();
    }
    controls(document).forEach((control) => {
      control.hidden = false;
    });
    document.addEventListener("click", openPreferences);
    applyChoice();
    watchPage(releaseAllowed);
  }

  function choiceMade() {
    record.dropOthers();
    eraseRefused();
    const withdrawn = allowedSoFar.some((service) => !runtime.isAllowed(service));
    frames.forgetLoadedByHand();
    applyChoice();
    // A running script cannot be stopped.
    if (withdrawn && charter.reload) {
      location.reload();
    }
  }

  function applyChoice() {
    consentMode.update();
    releaseAllowed();
    showSignal(document);
    allowedSoFar = Object.keys(charter.services).filter((service) => runtime.isAllowed(service));
  }

  function releaseAllowed() {
    scripts.run();
    frames.show();
  }

  /**
   * @param {MouseEvent} event
   */
  function openPreferences(event) {
    const control = event.target instanceof Element && event.target.closest(PREFERENCES);
    if (control) {
      event.preventDefault();
      runtime.showPreferences();
    }
  }

  // Some blockers keep the runtime away: then nothing can be allowed, but what a visitor asks for can be shown.
  window.addEventListener("load", () => {
    if (!isStarted) {
      frames.show();
    }
  });

  return { dropBrokenRecord: record.dropBroken, started, choiceMade, eraseRefused, refusesBySignal, showSignal };
}

/**
 * @param {ParentNode} root
 * @returns {NodeListOf<HTMLElement>}
 */
function controls(root) {
  return root.querySelectorAll(PREFERENCES);
}

/**
 * What the page adds later is held back too, and let go by the same choice.
 *
 * @param {() => void} onChange called when scripts or frames that wait come or go
 */
function watchPage(onChange) {
  const held = `${HELD_SCRIPT},${HELD_FRAME}`;

  /**
   * @param {Node} node
   */
  function concerns(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) {
      return false;
    }
    const element = /** @type {Element} */ (node);
    return element.matches(held) || !!element.querySelector(held);
  }

  const observer = new MutationObserver((changes) => {
    const found = changes.some(
      (change) =>
        change.type === "attributes" ||
        Array.from(change.addedNodes).some(concerns) ||
        Array.from(change.removedNodes).some(concerns)
    );
    if (found) {
      onChange();
    }
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-cookie-charter-src"],
  });
}
