(channel) => {
  // Runs in each window before its own scripts. Everything it needs is taken now, before a page can replace it.
  const { apply } = Reflect;
  const { stringify } = JSON;
  // A frame without an address of its own, such as that of srcdoc, has the origin of the page around it.
  const { origin } = globalThis;
  const { Error: Trace, Proxy: Wrap, Object: Objects, String: text } = globalThis;

  const report = (how, name, text) => {
    try {
      channel(stringify({ how, name, text, stack: text_of(new Trace().stack), origin }));
    } catch (e) {
      // A page that is being left has no channel any more.
    }
  };
  const text_of = (value) => (value === undefined || value === null ? "" : text(value));

  /** Reports each call of a method, and calls it. */
  const watchMethod = (owner, name, tell) => {
    if (!owner || typeof owner[name] !== "function") {
      return;
    }
    const original = owner[name];
    owner[name] = new Wrap(original, {
      apply(target, self, args) {
        tell(self, args);
        return apply(target, self, args);
      },
    });
  };

  const cookie = Objects.getOwnPropertyDescriptor(Document.prototype, "cookie");
  if (cookie && cookie.set) {
    Objects.defineProperty(Document.prototype, "cookie", {
      ...cookie,
      set: new Wrap(cookie.set, {
        apply(target, self, args) {
          report("document.cookie", "", text_of(args[0]));
          return apply(target, self, args);
        },
      }),
    });
  }
  if (globalThis.CookieStore) {
    watchMethod(CookieStore.prototype, "set", (self, [first, value]) =>
      typeof first === "object" && first
        ? report("cookieStore.set", text_of(first.name), stringify({ ...first, value: text_of(first.value) }))
        : report("cookieStore.set", text_of(first), stringify({ value: text_of(value) })),
    );
    watchMethod(CookieStore.prototype, "delete", (self, [first]) =>
      report("cookieStore.delete", typeof first === "object" && first ? text_of(first.name) : text_of(first), "{}"),
    );
  }
  const storageName = (self) => {
    try {
      return self === sessionStorage ? "sessionStorage" : "localStorage";
    } catch (e) {
      return "localStorage";
    }
  };
  watchMethod(Storage.prototype, "setItem", (self, [key, value]) =>
    report(`${storageName(self)}.setItem`, text_of(key), text_of(value)),
  );
  watchMethod(globalThis.IDBFactory && IDBFactory.prototype, "open", (self, [name]) =>
    report("indexedDB.open", text_of(name), ""),
  );
  watchMethod(globalThis.CacheStorage && CacheStorage.prototype, "open", (self, [name]) =>
    report("caches.open", text_of(name), ""),
  );
  watchMethod(globalThis.ServiceWorkerContainer && ServiceWorkerContainer.prototype, "register", (self, [url]) =>
    report("serviceWorker.register", text_of(url), ""),
  );
  for (const method of ["toDataURL", "toBlob"]) {
    watchMethod(HTMLCanvasElement.prototype, method, () => report(`canvas.${method}`, "", ""));
  }
}
