import { cookieNames } from "./cookies.js";
import { closest } from "./dom.js";
import { hasSignal } from "./gpc.js";

/** @import { Charter } from "./types.js" */

/**
 * Where and how the choice is reported.
 *
 * @typedef {object} Log
 * @property {string} path
 * @property {string} key under which the browser keeps what belongs to the log
 * @property {number} seconds how long the choice lasts; 0 until the browser is closed
 * @property {string} runtime
 * @property {string} preferences a selector of the preferences
 */

/** @typedef {Pick<CookieCharterConsent, "granted" | "objected">} Choice */

/**
 * @typedef {object} Kept
 * @property {string} id
 * @property {number} time
 * @property {Choice} choice the one that was reported last
 * @property {object[]} unsent the reports that the site has not taken yet, the oldest first
 */

// A site that takes nothing for a long time must not fill the storage.
const MOST_UNSENT = 20;

/**
 * Reports each choice to the site, and again on the next page until the site has taken it. It knows the banner by
 * window.cookieCharter alone, so that a banner without a log has nothing of it.
 *
 * @param {Charter & { log: Log }} charter
 */
export function startLog(charter) {
  const { log } = charter;
  const banner = /** @type {CookieCharter} */ (window.cookieCharter);
  const script = /** @type {HTMLElement | null} */ (document.currentScript);
  const hash = (script && script.dataset.cookieCharterHash) || "";
  let kept = read(log);
  // A choice from before the log is none that a page has seen.
  let isFromBefore = kept === null && cookieNames().indexOf(charter.cookie.name) >= 0;
  let layer = "banner";
  let isSending = false;

  /**
   * @param {string} action
   * @param {Choice} choice
   * @param {string | null} id the runtime's own, if it has one
   * @param {Date | null} when
   */
  function report(action, choice, id, when) {
    const all = Object.keys(charter.services).concat(Object.keys(charter.objection));
    const granted = all.filter((service) => isOn(service, choice));
    const refused = all.filter((service) => !isOn(service, choice));
    const own = id || (kept && kept.id) || randomId();
    const time = Date.now();
    const entry = {
      version: 1,
      id: own,
      action,
      layer: action === "signal" ? "signal" : layer,
      granted,
      refused,
      revision: charter.revision,
      charter: hash,
      language: banner.language(),
      runtime: log.runtime,
      "chosen-at": (when || new Date(time)).toISOString(),
    };
    const unsent = (kept ? kept.unsent : []).concat(entry).slice(-MOST_UNSENT);
    kept = { id: own, time, choice, unsent };
    write(log, kept);
    send();
  }

  /**
   * @param {string} service
   * @param {Choice} choice
   */
  function isOn(service, choice) {
    return (
      choice.granted.indexOf(service) >= 0 || (service in charter.objection && choice.objected.indexOf(service) < 0)
    );
  }

  /**
   * @param {Choice} before
   * @param {Choice} now
   */
  function actionOf(before, now) {
    if (now.objected.some((service) => before.objected.indexOf(service) < 0)) {
      return "objection";
    }
    if (before.granted.some((service) => now.granted.indexOf(service) < 0)) {
      return "withdrawal";
    }
    if (now.granted.length === Object.keys(charter.services).length && now.granted.length > 0) {
      return "accept-all";
    }
    return now.granted.length === 0 ? "reject-all" : "selection";
  }

  /**
   * @param {CookieCharterConsent} consent
   */
  function changed({ decided, granted, objected, when, id }) {
    const choice = { granted, objected };
    // Another tab may have reported it.
    kept = read(log) || kept;
    if (!decided) {
      return;
    }
    if (isFromBefore) {
      isFromBefore = false;
      kept = { id: id || randomId(), time: Date.now(), choice, unsent: [] };
      write(log, kept);
    } else if (!kept || JSON.stringify(kept.choice) !== JSON.stringify(choice)) {
      report(actionOf(kept ? kept.choice : { granted: [], objected: [] }, choice), choice, id, when);
    }
  }

  function send() {
    const entry = kept && kept.unsent[0];
    if (!entry || isSending) {
      return;
    }
    isSending = true;
    try {
      fetch(log.path, {
        method: "POST",
        keepalive: true,
        credentials: "omit",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(entry),
      }).then(({ status }) => answered(entry, status), failed);
    } catch (forbidden) {
      failed();
    }
  }

  function failed() {
    isSending = false;
  }

  /**
   * @param {object} entry
   * @param {number} status what cannot be right on another day is not sent again
   */
  function answered(entry, status) {
    const isFinal =
      (status >= 200 && status < 300) || (status >= 400 && status < 500 && !/408|425|429/.test(String(status)));
    isSending = false;
    if (isFinal) {
      kept = read(log) || kept;
      if (kept) {
        kept.unsent = kept.unsent.filter((each) => JSON.stringify(each) !== JSON.stringify(entry));
        write(log, kept);
      }
      send();
    }
  }

  document.addEventListener(
    "click",
    (event) => {
      const target = event.composedPath()[0];
      layer = target instanceof Element && closest(target, log.preferences) ? "preferences" : "banner";
    },
    true
  );
  window.addEventListener("online", send);
  window.addEventListener("pageshow", send);
  if (hasSignal(charter) && !kept && !isFromBefore) {
    const objected = Object.keys(charter.objection).filter((service) => charter.objection[service]);
    report("signal", { granted: [], objected }, null, null);
  }
  banner.on("change", changed);
  send();
}

function randomId() {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => (byte + 256).toString(16).slice(1)).join("");
}

/**
 * @param {Log} log
 * @returns {Storage}
 */
function storage(log) {
  return log.seconds ? localStorage : sessionStorage;
}

/**
 * @param {Log} log
 * @returns {Kept | null}
 */
function read(log) {
  try {
    const kept = JSON.parse(storage(log).getItem(log.key) || "null");
    const isOver = log.seconds > 0 && Date.now() - kept.time > log.seconds * 1000;
    return isOver || !Array.isArray(kept.unsent) ? null : kept;
  } catch (absent) {
    return null;
  }
}

/**
 * @param {Log} log
 * @param {Kept} kept
 */
function write(log, kept) {
  try {
    storage(log).setItem(log.key, JSON.stringify(kept));
  } catch (forbidden) {
    return;
  }
}
