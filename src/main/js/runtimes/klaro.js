import { freeIds, ownNames, restrictQueries } from "../core/dom.js";
import { trustHtml } from "../core/trusted.js";
import { asksForConsent } from "../core/objections.js";
import { createDialog } from "./klaro/dialog.js";
import { createStore, isRecord, refuses } from "./klaro/record.js";
import { services, translation } from "./klaro/words.js";

/** @import { Banner, Page, Runtime } from "../core/types.js" */
/** @import { KlaroCharter, KlaroTexts } from "./klaro/words.js" */

const ROOT = "cookie-charter-klaro";
const OWN_FORM = /^(?:script|img|link|iframe)$/i;

/**
 * @param {KlaroCharter} charter
 * @param {Page<KlaroTexts>} page
 * @returns {Runtime}
 */
export function createKlaro(charter, page) {
  const decode = window.decodeURI;
  const store = createStore(charter);
  /** @type {KlaroManager | null} */
  let manager = null;
  /** @type {Record<string, unknown>} */
  let configuration = {};
  /** @type {Element | null} */
  let root = null;
  /** @type {Element | null} */
  let opener = null;

  /**
   * What is saved counts, and not what the visitor has switched so far in the open preferences.
   *
   * @param {string} service
   */
  function isAllowed(service) {
    return manager !== null && hasDecided() && manager.savedConsents[service] === true;
  }

  function hasDecided() {
    return manager !== null && manager.confirmed;
  }

  // An element with the id "klaro" would be found under that name too.
  function isLoaded() {
    return !!window.klaro && typeof klaro.getManager === "function";
  }

  // klaro takes orders from the address's fragment, and stumbles over one that is not well-formed, such as "#100%"; it
  // starts by itself with what is called klaroConfig, be it an element. Then it is loaded again, and finds neither.
  function prepare() {
    if (!isLoaded()) {
      ownNames(["klaro", "klaroConfig"]);
      window.klaroConfig = undefined;
      window.decodeURI = (text) => {
        const current = /** @type {HTMLScriptElement | null} */ (document.currentScript);
        return current && current.src.startsWith(`${page.base}runtime.js`) ? "" : decode(text);
      };
    }
  }

  // Where there is a choice, klaro has no banner to show, and opens the preferences.
  function show() {
    configuration.noNotice = false;
    klaro.show(configuration, false);
  }

  function showPreferences() {
    opener = document.activeElement;
    restricted(() => klaro.show(configuration, true));
  }

  function returnFocus() {
    if (opener && document.activeElement === document.body) {
      /** @type {HTMLElement} */ (opener).focus();
    }
    opener = null;
  }

  /**
   * klaro asks whether texts are HTML right before it writes one, of the copy that it makes of a configuration.
   *
   * @param {{ elementID?: string }} copy
   */
  function trustTexts(copy) {
    if (copy.elementID === ROOT) {
      Object.defineProperty(copy, "htmlTexts", {
        get() {
          trustHtml(page);
          return true;
        },
      });
    }
  }

  /**
   * @param {Banner} banner
   */
  function start(banner) {
    window.decodeURI = decode;
    banner.dropBrokenRecord();
    store.dropContradiction();
    configuration = configure(banner.isObjected);
    freeIds(`#${ROOT}`);
    if (!manager) {
      klaro.addEventListener("render", trustTexts);
    }
    const started = readRecord();
    configuration.noNotice = banner.staysClosed();
    observe(started, banner);
    restricted(() => klaro.render(configuration));
    banner.started();
  }

  // klaro keeps its manager for good.
  function stop() {
    if (manager) {
      manager.watchers.clear();
    }
    if (root) {
      root.remove();
    }
  }

  /**
   * @param {Banner["isObjected"]} isObjected
   */
  function configure(isObjected) {
    const { texts } = page;
    const asks = asksForConsent(charter);
    const language = page.language();
    return {
      version: 1,
      elementID: ROOT,
      additionalClass: ["cookie-charter", ...charter.look.map((word) => `cookie-charter-${word}`)].join(" "),
      lang: language,
      storageMethod: "cookie",
      storageName: charter.cookie.name,
      default: false,
      required: false,
      optOut: false,
      mustConsent: false,
      acceptAll: asks,
      hideDeclineAll: !asks,
      hideLearnMore: false,
      noticeAsModal: false,
      showNoticeTitle: true,
      autoFocus: false,
      embedded: false,
      groupByPurpose: true,
      purposeOrder: Object.keys(texts.categories).map((category) => `category-${category}`),
      disablePoweredBy: true,
      // Every description is encoded.
      htmlTexts: true,
      translations: { [language]: translation(texts, page) },
      services: services(charter, texts, language, isObjected),
    };
  }

  function readRecord() {
    const read = restricted(createManager);
    const isAgain = read === manager;
    manager = read;
    read.store = store;
    if (isAgain) {
      read.confirmed = false;
      read.consents = read.defaultConsents;
    } else {
      const { changeAll, updateServiceElements } = read;
      read.changeAll = (value) => {
        const kept = Object.keys(charter.objection).filter((service) => !value && read.consents[service]);
        changeAll.call(read, value);
        // To refuse is not to object.
        kept.forEach((service) => read.updateConsent(service, true));
      };
      read.updateServiceElements = (service, consent) =>
        restricted(() => updateServiceElements.call(read, service, consent));
    }
    if (!read.confirmed && store.get() !== null) {
      read.loadConsents();
      if (read.confirmed) {
        read.savedConsents = Object.assign({}, read.consents);
        // klaro has let go itself what runs until the visitor objects.
        Object.keys(charter.services)
          .filter((service) => isAgain || isAllowed(service))
          .concat(isAgain ? Object.keys(charter.objection) : [])
          .forEach((service) => read.applyConsents(false, false, service));
      }
    }
    read.changed = !read.confirmed && (store.get() !== null || store.hasFormer());
    return read;
  }

  /**
   * klaro acts on any element whose data-name is that of a service. What is no script, image, style or frame is none of
   * its business: a link would be given the address in data-href, be it a script.
   *
   * @template T
   * @param {() => T} action
   */
  function restricted(action) {
    const release = restrictQueries(
      (element) => OWN_FORM.test(element.tagName) && mayAct(/** @type {any} */ (element))
    );
    try {
      return action();
    } finally {
      release();
    }
  }

  /**
   * @param {HTMLElement} element
   */
  function mayAct(element) {
    const { src, href } = element.dataset;
    return page.hasNonce(element) && !isScriptAddress(src) && !isScriptAddress(href);
  }

  // klaro opens the session storage, in which it keeps nothing here. Where the visitor forbids storage, that alone
  // would stop it.
  function createManager() {
    try {
      return klaro.getManager(configuration);
    } catch (forbidden) {
      return withoutStorage(() => klaro.getManager(configuration));
    }
  }

  /**
   * @param {KlaroManager} started
   * @param {Banner} banner
   */
  function observe(started, banner) {
    const element = klaro.getElement(configuration);
    root = element;
    const dialog = createDialog(element, {
      manager: started,
      page,
      closeRefuses: charter.closeRefuses,
      hasAllButtons: () => hasDecided() && asksForConsent(charter),
      showSignal: banner.showSignal,
      onClose: returnFocus,
    });
    page.speak(element);
    // The first stop of the tabulator, and the first words that are read aloud.
    document.body.prepend(element);
    element.addEventListener("keydown", dialog.onKey);
    new MutationObserver(dialog.mend).observe(element, { childList: true, subtree: true });
    started.watch({
      update: (_source, what) => {
        if (what === "saveConsents") {
          banner.choiceMade();
        } else if (what === "consents") {
          setTimeout(dialog.showPartly);
        }
      },
    });
  }

  return {
    prepare,
    isLoaded,
    isRecord,
    refuses,
    hasDecided,
    isAllowed,
    banner: ".klaro .cookie-notice",
    show,
    showPreferences,
    root: () => root,
    start,
    stop,
  };
}

/**
 * @param {string} [address]
 */
function isScriptAddress(address) {
  return !!address && Object.assign(document.createElement("a"), { href: address }).protocol === "javascript:";
}

/**
 * @template T
 * @param {() => T} action
 */
function withoutStorage(action) {
  const own = Object.getOwnPropertyDescriptor(window, "sessionStorage");
  Object.defineProperty(window, "sessionStorage", { configurable: true, value: {} });
  try {
    return action();
  } finally {
    Object.defineProperty(window, "sessionStorage", /** @type {PropertyDescriptor} */ (own));
  }
}
