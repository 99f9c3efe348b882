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
  return JSON.stringify({
    origin: location.origin,
    host: location.hostname,
    local: entries("localStorage"),
    session: entries("sessionStorage"),
    databases: await list(async () => (await indexedDB.databases()).map((database) => database.name)),
    caches: await list(() => caches.keys()),
    workers: await list(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)),
    windowName: window.name,
  });
}
