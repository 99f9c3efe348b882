CookieConsent.run({
  revision: 2,
  cookie: { name: "cc_cookie", expiresAfterDays: 182 },
  guiOptions: { consentModal: { layout: "bar", position: "bottom" } },
  categories: {
    necessary: { enabled: true, readOnly: true },
    analytics: { autoClear: { cookies: [{ name: /^_pk_/ }], reloadPage: true } },
    ads: {
      autoClear: { cookies: [{ name: "campaign" }] },
      services: { campaigns: { label: "Campaigns" } }
    }
  },
  language: {
    default: "en",
    autoDetect: "document",
    translations: {
      en: {
        consentModal: { title: "Cookies", description: "We count visits and measure campaigns. {{revisionMessage}}",
          revisionMessage: "Our terms have changed.",
          acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", showPreferencesBtn: "Settings" },
        preferencesModal: { title: "Settings", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all",
          savePreferencesBtn: "Save", closeIconLabel: "Close", sections: [
            { title: "Necessary", description: "Keeps your session.", linkedCategory: "necessary" },
            { title: "Statistics", description: "Tells us what is read.", linkedCategory: "analytics",
              cookieTable: { headers: { name: "Name", desc: "Purpose" },
                body: [{ name: "_pk_id", desc: "Recognises you on your next visit" }] } },
            { title: "Advertising", description: "Shows whether an advertisement led to a visit.", linkedCategory: "ads" }] }
      },
      de: {
        consentModal: { title: "Cookies", description: "Wir zählen Besuche und messen Kampagnen. {{revisionMessage}}",
          revisionMessage: "Unsere Bedingungen haben sich geändert.",
          acceptAllBtn: "Alle annehmen", acceptNecessaryBtn: "Alle ablehnen", showPreferencesBtn: "Einstellungen" },
        preferencesModal: { title: "Einstellungen", acceptAllBtn: "Alle annehmen", acceptNecessaryBtn: "Alle ablehnen",
          savePreferencesBtn: "Speichern", closeIconLabel: "Schließen", sections: [
            { title: "Notwendig", description: "Erhält Ihre Sitzung.", linkedCategory: "necessary" },
            { title: "Statistik", description: "Zeigt uns, was gelesen wird.", linkedCategory: "analytics" },
            { title: "Werbung", description: "Zeigt, ob eine Anzeige zu einem Besuch führte.", linkedCategory: "ads" }] }
      }
    }
  }
});
