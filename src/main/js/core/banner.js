import { installApi } from "./api.js";
import { createConsentMode } from "./consent-mode.js";
import { createDocument } from "./document.js";
import { closest, uncoverDocument } from "./dom.js";
import { createElements, HELD_ELEMENT } from "./elements.js";
import { listenElsewhere } from "./elsewhere.js";
import { keepFocusInSight } from "./focus.js";
import { createFrames, HELD_FRAME } from "./frames.js";
import { createGpc } from "./gpc.js";
import { asksForConsent, createObjections, isOpen } from "./objections.js";
import { createPage } from "./page.js";
import { createRecord } from "./record.js";
import { createScripts } from "./scripts.js";
import { createStored } from "./stored.js";
import { warn } from "./warn.js";

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
  uncoverDocument();
  const page = createPage(/** @type {Charter<T>} */ (charter), /** @type {any} */ (document.currentScript));
  const runtime = createRuntime(charter, page);
  const banner = createBanner(charter, page, runtime);

  function ready() {
    page.withLibrary(runtime.isLoaded, () => runtime.start(banner));
  }

  runtime.prepare();
  // The page must be complete: what waits in it runs in the order of the document.
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
  let isStarting = false;
  /** @type {(() => void)[]} */
  const afterStart = [];
  /** @type {string[]} */
  let allowedSoFar = [];
  // The record and the language that the runtime shows.
  let known = "";
  let spoken = "";

  const record = createRecord(charter, runtime);
  const { isObjected, objected } = createObjections(charter, runtime, record.valid);
  const { eraseRefused } = createStored(charter, { isAllowed });
  const { eraseRefused: eraseObjected } = createStored(charter, { isAllowed: (service) => !isObjected(service) });
  const { refusesBySignal, showSignal } = createGpc(charter, runtime);
  const consentMode = createConsentMode(charter, { isAllowed, hasDecided: runtime.hasDecided });
  const optional = Object.keys(charter.services).concat(Object.keys(charter.objection));
  const own = runtime.ownScripts;
  const scripts = createScripts(
    isKnown,
    mayRun,
    page,
    own && Object.assign({}, own, { mayRun: (/** @type {Element} */ held) => isCurrent() && own.mayRun(held) })
  );
  const frames = createFrames(charter, page, mayRun, () => isStarted);
  const elements = createElements(charter, isKnown, mayRun, page);
  const tellPage = installApi({
    consent,
    language,
    show: () => whenStarted(asksForConsent(charter) ? runtime.show : runtime.showPreferences),
    preferences: () => whenStarted(runtime.showPreferences),
  });
  const tellElsewhere = listenElsewhere(charter.cookie.name, recheck);

  /** @type {Banner} */
  const banner = {
    dropBrokenRecord: record.dropBroken,
    started,
    choiceMade,
    eraseRefused() {
      known = record.read();
      eraseRefused();
    },
    isObjected,
    staysClosed: () => !asksForConsent(charter) || refusesBySignal(),
    showSignal,
  };
  const updateFocus = keepFocusInSight(runtime.banner);

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
    return isFree(service) || isOpen(charter, service) || waitsForConsent(service);
  }

  /**
   * Whether the visitor allows a service that can be refused.
   *
   * @param {string} service
   */
  function isAllowed(service) {
    return isOpen(charter, service) ? !isObjected(service) : runtime.isAllowed(service);
  }

  /**
   * A service that needs no consent is free; one that the charter does not know is not.
   *
   * @param {string} service
   */
  function mayRun(service) {
    const isReady = isOpen(charter, service) || (waitsForConsent(service) && isCurrent());
    return isFree(service) || (isReady && isAllowed(service));
  }

  // After a choice in another tab nothing starts until the runtime has read it.
  function isCurrent() {
    return isStarted && record.read() === known;
  }

  function consent() {
    const decided = isCurrent() && runtime.hasDecided();
    const proof = decided && runtime.proof ? runtime.proof() : { when: null, id: null };
    const granted = Object.keys(charter.services).filter(mayRun);
    return { decided, granted, objected: objected(), when: proof.when, id: proof.id };
  }

  /**
   * @param {string} [tag]
   */
  function language(tag) {
    if (tag !== undefined) {
      page.setLanguage(tag);
      followLanguage();
    }
    return page.language();
  }

  function followLanguage() {
    if (isStarted && page.language() !== spoken) {
      restart();
    }
  }

  /**
   * @param {() => void} action
   */
  function whenStarted(action) {
    if (isStarted) {
      action();
    } else {
      afterStart.push(action);
    }
  }

  function started() {
    const isFirst = !isStarted;
    isStarted = true;
    isStarting = false;
    spoken = page.language();
    known = record.read();
    eraseWhereDecided();
    if (isFirst) {
      checkLanguage();
      document.addEventListener("click", openPreferences);
      createDocument(`${scripts.selector},${HELD_FRAME},${HELD_ELEMENT},[data-cookie-charter]`, {
        root: runtime.root,
        onFound: contentCame,
        onLanguage() {
          page.setLanguage("");
          followLanguage();
        },
      });
    }
    applyChoice();
    afterStart.splice(0).forEach((action) => action());
  }

  function checkLanguage() {
    const { documentElement } = document;
    if (!documentElement.lang && charter.languages.length > 1) {
      warn(`this page has no attribute lang, so the banner speaks '${spoken}'`, documentElement);
    }
  }

  function choiceMade() {
    record.dropOthers();
    known = record.read();
    eraseRefused();
    frames.forgetLoadedByHand();
    applyChoice();
    tellElsewhere();
  }

  function applyChoice() {
    // A record that has merely run out is no withdrawal.
    const isWithdrawn = allowedSoFar.some(
      (service) => !isAllowed(service) && (isOpen(charter, service) || runtime.hasDecided())
    );
    allowedSoFar = optional.filter(isAllowed);
    consentMode.update();
    contentCame();
    tellPage();
    // The banner closes next.
    setTimeout(updateFocus);
    // A running script cannot be stopped.
    if (isWithdrawn && charter.reload) {
      location.reload();
    }
  }

  function contentCame() {
    controls(document).forEach((control) => {
      control.hidden = false;
    });
    showSignal(document);
    if (isStarted && !isCurrent()) {
      recheck();
      return;
    }
    showContent();
  }

  function showContent() {
    scripts.run();
    frames.show();
    elements.show();
  }

  // What runs although it was refused may have stored something meanwhile.
  function eraseWhereDecided() {
    if (runtime.hasDecided() || refusesBySignal()) {
      eraseRefused();
    } else {
      eraseObjected();
    }
  }

  function recheck() {
    if (isStarted && isCurrent()) {
      eraseWhereDecided();
    } else if (isStarted) {
      frames.forgetLoadedByHand();
      restart();
    }
  }

  function restart() {
    if (!isStarting) {
      isStarting = true;
      runtime.stop();
      runtime.start(banner);
    }
  }

  /**
   * @param {MouseEvent} event
   */
  function openPreferences(event) {
    // In an open shadow root the target would be its host.
    const target = event.composedPath()[0];
    const control = target instanceof Element && closest(target, PREFERENCES);
    if (control) {
      event.preventDefault();
      frames.preferencesAskedFrom(control);
      runtime.showPreferences();
    }
  }

  // Some blockers keep the runtime away: then nothing can be allowed, but what needs no consent runs, and what a visitor
  // asks for can be shown.
  window.addEventListener("load", () => {
    if (!isStarted) {
      showContent();
    }
  });

  return banner;
}

/**
 * @param {ParentNode} root
 * @returns {NodeListOf<HTMLElement>}
 */
function controls(root) {
  return root.querySelectorAll(PREFERENCES);
}
