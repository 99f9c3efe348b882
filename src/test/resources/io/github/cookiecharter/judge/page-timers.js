// Runs before any other script of a page: keeps account of the timers that the page has set and that have not fired.
(() => {
  const pending = new Map();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const track = (set, repeats) => function (handler, delay, ...args) {
    let id = 0;
    const run = typeof handler !== "function" ? handler : function () {
      try {
        return handler.apply(this, arguments);
      } finally {
        pending.delete(id);
      }
    };
    id = set.call(window, run, delay, ...args);
    // Text as a handler tells nothing when it has run; no page of a test has one.
    if (typeof handler === "function") {
      pending.set(id, { delay: Number(delay) || 0, repeats });
    }
    return id;
  };
  window.setTimeout = track(setTimeout, false);
  window.setInterval = track(setInterval, true);
  const untrack = clear => function (id) {
    pending.delete(Number(id));
    clear.call(window, id);
  };
  window.clearTimeout = untrack(clearTimeout);
  window.clearInterval = untrack(clearInterval);
  window[Symbol.for("cookie-charter.timers")] = { pending, setTimeout };
})();
