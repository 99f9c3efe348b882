import { hasSignal } from "../core/gpc.js";
import { warn } from "../core/warn.js";
import { isRecord } from "./vanilla-cookieconsent/record.js";
import { mendPreferences } from "./vanilla-cookieconsent/mend.js";
import { translation } from "./vanilla-cookieconsent/words.js";

/** @import { Banner, Page, Runtime } from "../core/types.js" */
/** @import { VanillaCharter, VanillaTexts } from "./vanilla-cookieconsent/words.js" */

/**
 * @param {VanillaCharter} charter
 * @param {Page<VanillaTexts>} page
 * @returns {Runtime}
 */
export function createVanillaCookieConsent(charter, page) {
  /**
   * @param {Banner} banner
   */
  function start(banner) {
    banner.dropBrokenRecord();
    checkScripts();
    followTheme();
    CookieConsent.run(configuration(banner)).then(banner.started);
  }

  /**
   * @param {Banner} banner
   * @returns {import("vanilla-cookieconsent").CookieConsentConfig}
   */
  function configuration(banner) {
    return {
      mode: "opt-in",
      revision: charter.revision,
      autoShow: !hasSignal(charter),
      // A browser that a test drives is a visitor too: what it gets to see is what is proven.
      hideFromBots: false,
      cookie: {
        name: charter.cookie.name,
        domain: charter.cookie.domain,
        path: charter.cookie.path,
        sameSite: "Lax",
        secure: true,
        expiresAfterDays: charter.days,
      },
      guiOptions: charter.gui,
      categories: categories(),
      language: { default: page.language(), rtl: charter.rtl, translations: translations() },
      onFirstConsent: () => banner.choiceMade(),
      onChange: () => banner.choiceMade(),
      onModalReady: ({ modal, modalName }) => {
        mendPreferences(modal, page.texts);
        page.speak(modal);
        if (modalName === "consentModal") {
          fit(modal);
        }
        // The dialog is not in the document yet.
        banner.showSignal(modal);
      },
    };
  }

  function categories() {
    /** @type {Record<string, import("vanilla-cookieconsent").Category>} */
    const all = {};
    charter.categories.forEach((category) => {
      all[category.id] = category.needsConsent ? {} : { enabled: true, readOnly: true };
    });
    return all;
  }

  function translations() {
    /** @type {Record<string, import("vanilla-cookieconsent").Translation>} */
    const all = {};
    charter.languages.forEach((language) => {
      all[language] = translation(charter.texts[language], page);
    });
    return all;
  }

  // A misspelt category would stay silent for ever.
  function checkScripts() {
    document.querySelectorAll('script[type="text/plain"][data-category]').forEach((held) => {
      const category = (held.getAttribute("data-category") || "").replace(/^!/, "");
      if (!charter.categories.some((each) => each.id === category)) {
        warn("this script names no category of the charter and stays held back", held);
      }
    });
  }

  function followTheme() {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");

    function apply() {
      const on = charter.theme === "dark" || (charter.theme === "auto" && dark.matches);
      document.documentElement.classList.toggle("cc--darkmode", on);
    }

    apply();
    dark.addEventListener("change", apply);
  }

  return {
    prepare: () => {},
    isLoaded: () => !!window.CookieConsent,
    isRecord,
    hasDecided: () => CookieConsent.validConsent(),
    isAllowed: (service) => CookieConsent.acceptedCategory(charter.services[service]),
    showPreferences: () => CookieConsent.showPreferences(),
    start,
  };
}

/**
 * In a small or much enlarged window the runtime would cut off what does not fit.
 *
 * @param {HTMLElement} modal
 */
function fit(modal) {
  modal.style.maxHeight = "calc(100vh - 2em)";
  modal.style.overflowY = "auto";
}
