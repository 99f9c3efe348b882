/**
 * Notices what happens in other tabs and windows, and while this page rests in the browser's cache of whole pages.
 *
 * @param {string} name the same in all pages that share a choice
 * @param {() => void} recheck called when the record may have changed
 * @returns {() => void} tells the other pages
 */
export function listenElsewhere(name, recheck) {
  /** @type {BroadcastChannel | null} */
  let channel = null;

  function open() {
    if (!channel && window.BroadcastChannel) {
      channel = new BroadcastChannel(`cookie-charter ${name}`);
      channel.onmessage = recheck;
    }
  }

  open();
  // Some browsers keep no page that listens.
  window.addEventListener("pagehide", () => {
    if (channel) {
      channel.close();
      channel = null;
    }
  });
  window.addEventListener("pageshow", () => {
    open();
    recheck();
  });
  // Another host that shares the choice hears no channel.
  window.addEventListener("focus", recheck);
  document.addEventListener("visibilitychange", recheck);

  return () => {
    if (channel) {
      channel.postMessage("");
    }
  };
}
