tarteaucitron.init({
  privacyUrl: "/privacy",
  hashtag: "#tarteaucitron",
  cookieName: "tarteaucitron",
  orientation: "bottom",
  groupServices: false,
  showIcon: false,
  showAlertSmall: false,
  cookieslist: false,
  highPrivacy: true,
  DenyAllCta: true,
  AcceptAllCta: true,
  mandatory: true,
  removeCredit: true,
  moreInfoLink: false,
  useExternalCss: false,
  googleConsentMode: false,
  bingConsentMode: false,
  pianoConsentMode: false
});

tarteaucitron.services.mystats = {
  key: "mystats",
  type: "analytic",
  name: "Matomo",
  uri: "https://matomo.org/privacy-policy/",
  needConsent: true,
  cookies: ["_pk_id.1.1fff", "_pk_ses.1.1fff"],
  js: function () {
    tarteaucitron.addScript("https://stats.example.org/matomo.js");
  },
  fallback: function () {}
};

(tarteaucitron.job = tarteaucitron.job || []).push("mystats");
(tarteaucitron.job = tarteaucitron.job || []).push("youtube");
