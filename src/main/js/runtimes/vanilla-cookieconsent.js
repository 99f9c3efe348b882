import { ownNames, restrictQueries } from "../core/dom.js";
import { hasSignal } from "../core/gpc.js";
import { asksForConsent } from "../core/objections.js";
import { distrustHtml } from "../core/trusted.js";
import { completeRecord, isRecord, keyOf, refuses } from "./vanilla-cookieconsent/record.js";
import { mendPreferences } from "./vanilla-cookieconsent/mend.js";
import { translation } from "./vanilla-cookieconsent/words.js";

/** @import { Banner, Page, Runtime, ScriptForm } from "../core/types.js" */
/** @import { VanillaCharter, VanillaTexts } from "./vanilla-cookieconsent/words.js" */

/**
 * @param {VanillaCharter} charter
 * @param {Page<VanillaTexts>} page
 * @returns {Runtime}
 */
export function createVanillaCookieConsent(charter, page) {
  /** @type {HTMLElement | null} */
  let dialog = null;
  /** @type {string[]} */
  let changed = [];
  let followsTheme = false;
  /** @type {Banner["isObjected"]} */
  let isObjected = () => false;

  /**
   * @param {Banner} banner
   */
  function start(banner) {
    isObjected = banner.isObjected;
    banner.dropBrokenRecord();
    completeRecord(charter);
    followTheme();
    const release = restrictQueries(mayAct);
    CookieConsent.run(configuration(banner)).then(() => {
      release();
      banner.started();
    });
  }

  /**
   * @param {Banner} banner
   * @returns {import("vanilla-cookieconsent").CookieConsentConfig}
   */
  function configuration(banner) {
    return {
      root: /** @type {any} */ ({ appendChild: place }),
      mode: "opt-in",
      revision: charter.revision,
      autoShow: asksForConsent(charter) && !hasSignal(charter),
      // The page's order is that of both forms.
      manageScriptTags: false,
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
      onChange: ({ changedCategories }) => {
        changed = changedCategories;
        banner.choiceMade();
      },
      onModalReady: ({ modal }) => {
        distrustHtml();
        dialog = modal;
        mendPreferences(modal, page.texts);
        page.speak(modal);
        // The dialog is not in the document yet.
        banner.showSignal(modal);
      },
    };
  }

  function categories() {
    /** @type {Record<string, import("vanilla-cookieconsent").Category>} */
    const all = {};
    charter.categories.forEach((category) => {
      if (category.hasSwitch) {
        all[category.id] = category.needsConsent ? {} : { enabled: true, readOnly: true };
      }
      category.objection.forEach((service) => {
        all[keyOf(service)] = { enabled: !isObjected(service) };
      });
    });
    return all;
  }

  function translations() {
    /** @type {Record<string, import("vanilla-cookieconsent").Translation>} */
    const all = {};
    charter.languages.forEach((language) => {
      all[language] = translation(charter.texts[language], page, charter.closeRefuses, asksForConsent(charter));
    });
    return all;
  }

  function followTheme() {
    if (followsTheme) {
      return;
    }
    followsTheme = true;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");

    function apply() {
      const on = charter.theme === "dark" || (charter.theme === "auto" && dark.matches);
      document.documentElement.classList.toggle("cc--darkmode", on);
    }

    apply();
    dark.addEventListener("change", apply);
  }

  /** @type {ScriptForm} */
  const ownScripts = {
    selector: 'script[type="text/plain"][data-category]',
    what: "category",
    isKnown: (held) => !!wishOf(held).category,
    mayRun(held) {
      const { category, isNegated } = wishOf(held);
      if (!category) {
        return false;
      }
      const isAccepted = category.needsConsent
        ? CookieConsent.acceptedCategory(category.id)
        : category.hasSwitch || !category.objection.some(isObjected);
      return isNegated ? !isAccepted && changed.indexOf(category.id) >= 0 : isAccepted;
    },
  };

  /**
   * The category that a script names; with "!" it runs once that is withdrawn.
   *
   * @param {Element} held
   */
  function wishOf(held) {
    const name = held.getAttribute("data-category") || "";
    const isNegated = name.charAt(0) === "!";
    return { isNegated, category: charter.categories.find((each) => each.id === name.slice(isNegated ? 1 : 0)) };
  }

  /**
   * The runtime would put itself at the end of the page, and keep the tabulator in a banner that leaves the page in reach.
   *
   * @param {HTMLElement} main all that it shows
   */
  function place(main) {
    // The first stop of the tabulator, and the first words that are read aloud.
    document.body.prepend(main);
    main.addEventListener("keydown", holdTabulator, true);
    main.addEventListener("click", (event) => refuse(event, main), true);
  }

  /**
   * To refuse is not to object: the runtime would switch off all that is not necessary.
   *
   * @param {MouseEvent} event
   * @param {HTMLElement} main
   */
  function refuse(event, main) {
    const open = Object.keys(charter.objection);
    const target = /** @type {Element} */ (event.target);
    if (open.length > 0 && target.closest('[data-role="necessary"],.cm__btn--close')) {
      event.stopImmediatePropagation();
      const kept = open.filter((service) => {
        const toggle = main.querySelector(`input[value="${keyOf(service)}"]`);
        return toggle ? /** @type {HTMLInputElement} */ (toggle).checked : !isObjected(service);
      });
      CookieConsent.acceptCategory(kept.map(keyOf));
      CookieConsent.hidePreferences();
      CookieConsent.hide();
    }
  }

  return {
    // An element of that id would pass for a library that runs already.
    prepare: () => void ownNames(["_ccRun"]),
    isLoaded: () => !!window.CookieConsent && typeof window.CookieConsent.run === "function",
    isRecord,
    refuses,
    hasDecided: () => CookieConsent.validConsent(),
    isAllowed: (service) => CookieConsent.acceptedCategory(charter.services[service]),
    show: () => CookieConsent.show(true),
    showPreferences: () => CookieConsent.showPreferences(),
    banner: ".show--consent .cm",
    root: () => dialog && dialog.closest("#cc-main"),
    proof: () => ({
      when: new Date(CookieConsent.getCookie("lastConsentTimestamp")),
      id: CookieConsent.getCookie("consentId"),
    }),
    ownScripts,
    start,
    stop() {
      dialog = null;
      CookieConsent.reset();
    },
  };
}

/**
 * The library collects buttons anywhere in the page that answer for the visitor: only its own dialogs do.
 *
 * @param {Element} element
 */
function mayAct(element) {
  return !/^accept-/.test(element.getAttribute("data-cc") || "");
}

/**
 * @param {KeyboardEvent} event
 */
function holdTabulator(event) {
  if (event.key === "Tab" && !document.documentElement.matches(".show--preferences")) {
    event.stopImmediatePropagation();
  }
}
