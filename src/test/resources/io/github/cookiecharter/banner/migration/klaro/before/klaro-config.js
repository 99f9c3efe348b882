var klaroConfig = {
  version: 1,
  elementID: "klaro",
  storageMethod: "cookie",
  storageName: "klaro",
  cookieExpiresAfterDays: 182,
  default: false,
  mustConsent: false,
  acceptAll: true,
  hideDeclineAll: false,
  groupByPurpose: true,
  translations: {
    zz: { privacyPolicyUrl: "/privacy" },
    en: { purposes: { essential: "Necessary", analytics: "Statistics", video: "Videos" } },
    de: { purposes: { essential: "Notwendig", analytics: "Statistik", video: "Videos" } }
  },
  services: [
    { name: "session", purposes: ["essential"], required: true,
      translations: { en: { title: "Session", description: "Keeps your basket from page to page" },
        de: { title: "Sitzung", description: "Erhält den Warenkorb von Seite zu Seite" } } },
    { name: "matomo", title: "Matomo", purposes: ["analytics"], onlyOnce: true,
      cookies: [/^_pk_.*$/, { pattern: "^_pk_.*$", path: "/", domain: ".example.org" }],
      translations: { en: { description: "Count visits and see which pages are read" },
        de: { description: "Besuche zählen und sehen, welche Seiten gelesen werden" } } },
    { name: "tube", title: "Example Tube", purposes: ["video"],
      translations: { en: { description: "Show our videos" }, de: { description: "Unsere Videos zeigen" } } }
  ]
};
