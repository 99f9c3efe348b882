/** The words of one language, each called as it is. */
export function texts(more = {}) {
  return {
    language: "en",
    direction: "ltr",
    foreign: {},
    title: "Cookies & more",
    description: "We ask <first>",
    sentences: ["By A & B."],
    providersLink: "Providers (2)",
    providers: "policy.en.html#cookies",
    acceptAll: "Accept all",
    rejectAll: "Reject all",
    manage: "Manage",
    save: "Save",
    close: "Close",
    preferencesTitle: "Preferences",
    preferencesDescription: "Choose",
    preferencesSentences: ["You can <withdraw>."],
    revision: "For $1 new",
    gpc: "Your browser refuses",
    policyLink: "Policy",
    policy: "policy.en.html",
    optOutLink: "",
    optOut: "",
    frame: { text: "From {provider}.", load: "Load it", manage: "Choose", privacy: "Privacy of {provider}" },
    frames: { maps: { name: "Map Ltd", privacy: "https://maps.org/privacy" } },
    ...more,
  };
}

/** A charter with a service of each kind: stats and maps wait for consent, session is free. */
export function charter(more = {}) {
  return {
    revision: 2,
    cookie: { name: "choice-r2", former: "^choice(-r[0-9]+)?$", domain: "", path: "/" },
    reload: false,
    gpc: true,
    closeRefuses: false,
    theme: "auto",
    files: [
      { address: "library.css?v=1", integrity: "sha384-css", style: true },
      { address: "first.js?v=1", integrity: "sha384-first", style: false },
      { address: "second.js?v=1", integrity: "sha384-second", style: false },
    ],
    services: { stats: "statistics", maps: "media" },
    objection: {},
    free: ["session"],
    frames: [
      { address: ["maps.org", "", "/embed"], services: ["maps"] },
      { address: ["*.maps.org", "", "/*"], services: ["maps"] },
    ],
    pixels: [{ address: ["stats.org", "", "/pixel.gif"], services: ["stats"] }],
    signals: { analytics_storage: [["stats"]], ad_storage: [["stats", "maps"], ["maps"]] },
    entries: [
      { kind: "cookie", name: "_id_keep", path: "/" },
      { kind: "cookie", pattern: "_id_*", service: "stats", path: "/" },
      { kind: "local-storage", pattern: "map-*", service: "maps" },
      { kind: "session-storage", name: "visit", service: "stats" },
    ],
    languages: ["en", "pt-BR"],
    texts: { en: texts(), "pt-BR": texts({ language: "pt-BR" }) },
    ...more,
  };
}

/** A runtime that allows what it is given, and says what it was asked to do. */
export function runtime(allowed = [], more = {}) {
  const visitor = {
    calls: [],
    allowed,
    prepare: () => visitor.calls.push("prepare"),
    isLoaded: () => true,
    isRecord: () => true,
    refuses: () => false,
    hasDecided: () => true,
    isAllowed: (service) => visitor.allowed.includes(service),
    show: () => visitor.calls.push("show"),
    showPreferences: () => visitor.calls.push("showPreferences"),
    root: () => null,
    start: () => visitor.calls.push("start"),
    stop: () => visitor.calls.push("stop"),
    ...more,
  };
  return visitor;
}
