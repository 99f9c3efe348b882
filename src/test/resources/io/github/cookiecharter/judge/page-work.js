// From the longest delay of a timer that is waited for, in milliseconds, to what the page has still to do, as text; empty
// where two frames passed in which nothing changed and nothing is left.
async longest => {
  const timers = window[Symbol.for("cookie-charter.timers")];
  const later = timers ? timers.setTimeout : window.setTimeout;
  // A page in the background gets no frames.
  const frame = () => new Promise(done => document.hidden
    ? later.call(window, done, 20)
    : requestAnimationFrame(() => later.call(window, done, 0)));
  const work = () => {
    const found = [];
    if (document.readyState !== "complete") {
      found.push("the document is " + document.readyState);
    }
    for (const timer of timers ? timers.pending.values() : []) {
      if (timer.delay <= longest) {
        found.push("a timer of " + timer.delay + " ms");
      }
    }
    for (const animation of document.getAnimations()) {
      if (animation.playState === "running" && animation.effect.getComputedTiming().endTime !== Infinity) {
        found.push("the animation of " + animation.effect.target.outerHTML.slice(0, 80));
      }
    }
    return found;
  };
  const changes = new Set();
  const observer = new MutationObserver(records => records.forEach(record =>
    changes.add("a change of " + (record.target.id || record.target.nodeName))));
  observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  for (let i = 0; i < 2; i++) {
    await frame();
    // The answer comes after those of all earlier requests to the databases.
    await Promise.resolve().then(() => indexedDB.databases()).catch(() => []);
    work().forEach(text => changes.add(text));
  }
  observer.disconnect();
  return [...changes].join(", ");
}
