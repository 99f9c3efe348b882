async () => {
  // What the origin of this frame keeps. A frame without storage, such as a sandboxed one, throws at each of them.
  const entries = (name) => {
    try {
      return Object.entries(globalThis[name]);
    } catch (e) {
      return [];
    }
  };
  const list = async (read) => {
    try {
      return await read();
    } catch (e) {
      return [];
    }
  };
  // A frame without an address of its own, such as that of srcdoc, has the origin of the page around it.
  const { origin } = window;
  return JSON.stringify({
    origin,
    host: origin === "null" ? "" : new URL(origin).hostname,
    local: entries("localStorage"),
    session: entries("sessionStorage"),
    databases: await list(async () => (await indexedDB.databases()).map((database) => database.name)),
    caches: await list(() => caches.keys()),
    workers: await list(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)),
    windowName: window.name,
  });
}
