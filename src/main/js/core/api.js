/**
 * Installs window.cookieCharter, for the page's own scripts; its types are in banner.d.ts.
 *
 * @param {Pick<CookieCharter, "consent" | "show" | "preferences" | "language">} banner
 * @returns {() => void} tells the page's listeners, if the choice is another than before
 */
export function installApi(banner) {
  /** @type {((consent: CookieCharterConsent) => void)[]} */
  let listeners = [];
  let told = JSON.stringify(banner.consent());

  /**
   * @param {(consent: CookieCharterConsent) => void} listener
   */
  function tell(listener) {
    try {
      listener(banner.consent());
    } catch (e) {
      // The page's own mistake is reported, and stops nothing here.
      setTimeout(() => {
        throw e;
      });
    }
  }

  /** @type {CookieCharter} */
  const api = Object.assign({}, banner, {
    on(/** @type {string} */ event, /** @type {(consent: CookieCharterConsent) => void} */ listener) {
      if (event !== "change") {
        throw new TypeError(`cookieCharter.on: '${event}' is not 'change'`);
      }
      listeners = [...listeners, listener];
      // A script that comes after the banner has missed that it read a choice.
      if (banner.consent().decided) {
        tell(listener);
      }
      return () => {
        listeners = listeners.filter((each) => each !== listener);
      };
    },
  });
  // An element with that id or name must not stand for it.
  Object.defineProperty(window, "cookieCharter", { configurable: true, value: Object.freeze(api) });

  return () => {
    const now = JSON.stringify(banner.consent());
    if (now !== told) {
      told = now;
      listeners.forEach(tell);
    }
  };
}
