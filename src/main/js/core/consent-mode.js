/** @import { Charter, Runtime } from "./types.js" */

/**
 * Google Consent Mode. What consent-mode.js said before any tag holds until the visitor has chosen.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "isAllowed" | "hasDecided">} runtime
 */
export function createConsentMode(charter, runtime) {
  let sent = "";

  function update() {
    const signals = signalsFor(charter.signals, runtime.isAllowed);
    const granted = Object.keys(signals).some((signal) => signals[signal] === "granted");
    const words = JSON.stringify(signals);
    if (typeof window.gtag === "function" && words !== "{}" && words !== sent && (granted || runtime.hasDecided())) {
      sent = words;
      window.gtag("consent", "update", signals);
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
