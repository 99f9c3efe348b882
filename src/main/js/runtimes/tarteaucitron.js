import { createPanel } from "./tarteaucitron/panel.js";
import { createAnswers } from "./tarteaucitron/record.js";
import { parameters, words } from "./tarteaucitron/parameters.js";
import { freeIds } from "../core/dom.js";
import { html } from "../core/html.js";
import { isOpen } from "../core/objections.js";
import { trustHtmlBetweenEvents } from "../core/trusted.js";

/** @import { Banner, Page, Runtime } from "../core/types.js" */
/** @import { Orientation, TarteaucitronCharter, TarteaucitronTexts } from "./tarteaucitron/parameters.js" */

/**
 * @param {TarteaucitronCharter} charter
 * @param {Page<TarteaucitronTexts>} page
 * @returns {Runtime}
 */
export function createTarteaucitron(charter, page) {
  const answers = createAnswers(charter);
  const panel = createPanel(charter, page, answers.keyOf);
  /** @type {HTMLElement | null} */
  let root = null;
  /** @type {Element | null} */
  let opener = null;
  let isSettling = false;
  let isUnsettled = false;

  function showPreferences() {
    opener = document.activeElement;
    tarteaucitron.userInterface.openPanel();
  }

  /**
   * @param {Banner} banner
   */
  function panelClosed(banner) {
    if (isUnsettled) {
      isUnsettled = false;
      banner.choiceMade();
    }
    if (opener && document.contains(opener)) {
      /** @type {HTMLElement} */ (opener).focus();
    }
    opener = null;
  }

  function services() {
    /** @type {Record<string, object>} */
    const all = {};
    page.texts.categories.forEach((category) => {
      category.services
        .filter((service) => service.needsConsent || isOpen(charter, service.id))
        .forEach((service) => {
          const key = answers.keyOf(service.id);
          all[key] = {
            key,
            type: charter.types[category.id],
            name: html(service.name),
            uri: "",
            needConsent: true,
            // To refuse all is not to object.
            safeanalytic: !service.needsConsent,
            cookies: [],
            js: ignore,
            fallback: ignore,
          };
        });
    });
    return all;
  }

  /**
   * What the runtime does in ways of its own, and what is done instead.
   *
   * @param {Banner} banner
   */
  function replaceParts(banner) {
    const ui = tarteaucitron.userInterface;
    tarteaucitron.cookie.read = () => answers.record(banner.isObjected);
    // It counts cookies now and then, and writes the number into what is hidden.
    tarteaucitron.cookie.number = tarteaucitron.cookie.checkCount = ignore;
    tarteaucitron.cookie.create = (key, status) => keepAnswer(key, status, banner);
    // It knows some languages, and takes the browser's for all others.
    tarteaucitron.getLanguage = page.language;
    // Its own keeps to the buttons of the moment when a dialog opens first.
    ui.focusTrap = ignore;
    // The style needs no help.
    ui.jsSizing = ignore;
    // With all of them on the page, it loads none, but would make the elements.
    tarteaucitron.addInternalScript = (_address, _id, then) => then();
    // Whether the page is to be loaded anew is the charter's to say.
    Object.defineProperty(tarteaucitron, "reloadThePage", { get: () => false, set: ignore });
  }

  /**
   * @param {string} key
   * @param {unknown} status
   * @param {Banner} banner
   */
  function keepAnswer(key, status, banner) {
    if (status !== true && status !== false) {
      return;
    }
    answers.keep(key, status, Object.keys(charter.objection).filter(banner.isObjected));
    // One click may answer for several services: what follows from it follows once.
    if (!isSettling) {
      isSettling = true;
      Promise.resolve().then(() => settle(banner));
    }
  }

  /**
   * In the open panel one answer follows another: scripts start, and the page is loaded anew, when it is closed.
   *
   * @param {Banner} banner
   */
  function settle(banner) {
    isSettling = false;
    if (panel.isOpen()) {
      isUnsettled = true;
      banner.eraseRefused();
      panel.nameCloseButton();
    } else {
      banner.choiceMade();
    }
    tarteaucitron.sendEvent("tac.consent_updated");
  }

  function refuseUndecided() {
    answers.keys().forEach((key) => {
      if (typeof tarteaucitron.state[key] !== "boolean") {
        tarteaucitron.setConsent(key, false);
      }
    });
  }

  /**
   * @param {MouseEvent} event
   */
  function press(event) {
    const ui = tarteaucitron.userInterface;
    trustHtmlBetweenEvents(page);
    const button = event.target instanceof Element && event.target.closest("button");
    switch (button && button.id) {
      case "tarteaucitronPersonalize2":
        ui.respondAll(true);
        break;
      case "tarteaucitronAllDenied2":
        ui.respondAll(false, "", true);
        break;
      case "tarteaucitronCloseAlert":
        showPreferences();
        break;
      case "tarteaucitronAllAllowed":
        ui.respondAll(true);
        ui.closePanel();
        break;
      case "tarteaucitronAllDenied":
        ui.respondAll(false, "", true);
        ui.closePanel();
        break;
      case "tarteaucitronSaveButton":
        refuseUndecided();
        ui.closePanel();
        break;
      case "tarteaucitronBack":
      case "tarteaucitronClosePanel":
        ui.closePanel();
        break;
      default:
        if (button && button.classList.contains("tarteaucitronAllow")) {
          ui.respond(button, true);
        } else if (button && button.classList.contains("tarteaucitronDeny")) {
          ui.respond(button, false);
        }
    }
  }

  /**
   * @returns {Orientation}
   */
  function orientation() {
    // A banner that has to be answered first would hide the policy from who wants to read it first.
    return charter.orientation === "middle" && panel.isPolicy() ? "bottom" : charter.orientation;
  }

  /**
   * @param {Banner} banner
   */
  function load(banner) {
    const where = orientation();
    tarteaucitron.lang = words(page.texts);
    tarteaucitron.services = services();
    tarteaucitron.job = Object.keys(tarteaucitron.services);
    trustHtmlBetweenEvents(page);
    withoutItsHandlers(() => {
      withoutItsRequests(() => tarteaucitron.init(parameters(charter, where, banner.staysClosed())));
      // It would wait until the last picture is there.
      tarteaucitron.load();
    });
    root = panel.arrange(where);
    root.addEventListener("click", press);
  }

  function openByAddress() {
    tarteaucitron.hashtag = "#tarteaucitron";
    if (location.hash === tarteaucitron.hashtag) {
      showPreferences();
    }
  }

  /**
   * @param {Banner} banner
   */
  function start(banner) {
    const isFirst = root === null;
    banner.dropBrokenRecord();
    freeIds('[id^="tarteaucitron"]');
    if (isFirst) {
      replaceParts(banner);
      window.addEventListener("tac.close_panel", () => panelClosed(banner));
    }
    load(banner);
    if (isFirst) {
      openByAddress();
    }
    banner.started();
  }

  function stop() {
    if (root) {
      root.remove();
    }
    document.documentElement.classList.remove("tarteaucitron-modal-open-noscroll");
    tarteaucitron.added = {};
    tarteaucitron.state = {};
    window.tarteaucitronIsLoaded = false;
    isUnsettled = false;
  }

  return {
    prepare: ignore,
    isLoaded: () => !!window.tarteaucitron && typeof window.tarteaucitron.init === "function",
    isRecord: answers.isRecord,
    refuses: answers.refuses,
    hasDecided: answers.areComplete,
    isAllowed: answers.allow,
    show: () => tarteaucitron.userInterface.openAlert(),
    showPreferences,
    banner: "#tarteaucitronAlertBig",
    root: () => root,
    start,
    stop,
  };
}

function ignore() {}

/**
 * It binds its buttons half a second after it shows them, and some of them twice: they are ours meanwhile and after.
 *
 * @param {() => void} action
 */
function withoutItsHandlers(action) {
  const bind = tarteaucitron.addClickEventToElement;
  const loaded = tarteaucitron.events.load;
  tarteaucitron.addClickEventToElement = ignore;
  tarteaucitron.events.load = () => {
    tarteaucitron.addClickEventToElement = bind;
    if (loaded) {
      loaded();
    }
  };
  action();
}

/**
 * It changes how the whole page asks for data, and swallows errors there, to no purpose of ours.
 *
 * @param {() => void} action
 */
function withoutItsRequests(action) {
  const requests = window.XMLHttpRequest && XMLHttpRequest.prototype;
  const open = requests && requests.open;
  action();
  if (open) {
    requests.open = open;
  }
}
