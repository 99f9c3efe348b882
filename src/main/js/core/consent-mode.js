import { isOpen } from "./objections.js";

/** @import { Charter, Runtime } from "./types.js" */

/**
 * Google Consent Mode. What consent-mode.js said before any tag holds until the visitor has chosen, or objects.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "isAllowed" | "hasDecided">} runtime
 */
export function createConsentMode(charter, runtime) {
  const initial = words((service) => isOpen(charter, service));
  let sent = "";

  /**
   * @param {Runtime["isAllowed"]} isAllowed
   */
  function words(isAllowed) {
    return JSON.stringify(signalsFor(charter.signals, isAllowed));
  }

  function update() {
    const now = words(runtime.isAllowed);
    const isNew = now !== sent && (sent || now !== initial || runtime.hasDecided());
    if (typeof window.gtag === "function" && now !== "{}" && isNew) {
      sent = now;
      window.gtag("consent", "update", JSON.parse(now));
    }
  }

  return { update };
}

/**
 * A signal is granted once all services of one of its categories are allowed.
 *
 * @param {Charter["signals"]} categoriesBySignal
 * @param {Runtime["isAllowed"]} isAllowed
 */
export function signalsFor(categoriesBySignal, isAllowed) {
  /** @type {Record<string, "granted" | "denied">} */
  const signals = {};
  Object.keys(categoriesBySignal).forEach((signal) => {
    const granted = categoriesBySignal[signal].some((services) => services.every((service) => isAllowed(service)));
    signals[signal] = granted ? "granted" : "denied";
  });
  return signals;
}
