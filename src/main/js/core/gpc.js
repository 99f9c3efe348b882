/** @import { Charter, Runtime } from "./types.js" */

/**
 * Global Privacy Control.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "hasDecided">} runtime
 */
export function createGpc(charter, runtime) {
  function refusesBySignal() {
    return hasSignal(charter) && !runtime.hasDecided();
  }

  /**
   * @param {ParentNode} root
   */
  function showSignal(root) {
    const notices = root.querySelectorAll('[data-cookie-charter="gpc"], [data-cookie-charter="no-gpc"]');
    /** @type {NodeListOf<HTMLElement>} */ (notices).forEach((notice) => {
      notice.hidden = (notice.getAttribute("data-cookie-charter") === "gpc") !== refusesBySignal();
      // The runtime's style overrides the attribute inside its own dialogs.
      notice.style.display = notice.hidden ? "none" : "";
    });
  }

  return { refusesBySignal, showSignal };
}

/**
 * Whether the browser sends the signal, and the site honours it.
 *
 * @param {Charter} charter
 */
export function hasSignal(charter) {
  return charter.gpc && navigator.globalPrivacyControl === true;
}
