import { html } from "../../core/html.js";

/** @import { Charter, Texts } from "../../core/types.js" */

/**
 * What the class Tarteaucitron adds to every charter.
 *
 * @typedef {Charter<TarteaucitronTexts> & {
 *   seconds: number,
 *   orientation: Orientation,
 *   layout: string,
 *   position: string,
 *   aroundKey: string,
 *   types: Record<string, string>
 * }} TarteaucitronCharter seconds of 0 last until the browser is closed; types are the runtime's own for each category
 */

/**
 * @typedef {Texts & {
 *   accept: string,
 *   reject: string,
 *   columns: Record<Column | "provider", string>,
 *   categories: Category[]
 * }} TarteaucitronTexts
 */

/** @typedef {"bottom" | "top" | "popup" | "middle"} Orientation */

/** @typedef {"cookie" | "service" | "purpose" | "lifetime"} Column */

/**
 * @typedef {object} Category
 * @property {string} id
 * @property {string} name
 * @property {string} description
 * @property {string} caption
 * @property {Service[]} services
 * @property {(Record<Column, string> & { unknown?: boolean })[]} rows
 */

/**
 * @typedef {object} Service
 * @property {string} id
 * @property {string} name
 * @property {boolean} needsConsent
 * @property {string} provider
 * @property {string} purpose
 * @property {string} exempt why it needs no consent; empty where its category says so
 */

const NEVER_SHOWN = [
  "adblock",
  "adblock_call",
  "alertBig",
  "alertBigClick",
  "alertBigPrivacy",
  "alertBigScroll",
  "alertSmall",
  "allowed",
  "closeBanner",
  "cookieDetail",
  "credit",
  "disallowed",
  "fallback",
  "icon",
  "info",
  "mandatoryText",
  "mandatoryTitle",
  "middleBarHead",
  "modalWindow",
  "more",
  "newWindow",
  "noCookie",
  "noServices",
  "ourpartners",
  "ourSite",
  "privacyUrl",
  "reload",
  "save",
  "source",
  "toggleInfoBox",
  "useCookie",
  "useCookieCurrent",
  "useNoCookie",
  "disclaimer",
];

const TYPES = ["ads", "analytic", "api", "comment", "google", "other", "social", "support", "video"];

/**
 * All that the runtime would take from a language file, as HTML: what is never shown is empty.
 *
 * @param {TarteaucitronTexts} t
 */
export function words(t) {
  /** @type {Record<string, string | { title: string, details: string }>} */
  const all = {};
  NEVER_SHOWN.forEach((key) => {
    all[key] = "";
  });
  TYPES.forEach((type) => {
    all[type] = { title: "", details: "" };
  });
  return Object.assign(all, {
    acceptAll: html(t.acceptAll),
    allowAll: html(t.acceptAll),
    denyAll: html(t.rejectAll),
    personalize: html(t.manage),
    title: html(t.preferencesTitle),
    all: html(t.title),
    close: html(t.close),
    allow: html(t.accept),
    deny: html(t.reject),
  });
}

/**
 * @param {TarteaucitronCharter} charter
 * @param {Orientation} orientation
 * @param {boolean} refusesBySignal
 */
export function parameters(charter, orientation, refusesBySignal) {
  return {
    cookieName: charter.cookie.name,
    orientation,
    bodyPosition: "top",
    hashtag: "",
    privacyUrl: "",
    // While the browser's signal counts, a service is neither refused nor waiting: the banner stays closed.
    serviceDefaultState: refusesBySignal ? "signal" : "wait",
    highPrivacy: true,
    AcceptAllCta: true,
    DenyAllCta: true,
    alwaysNeedConsent: false,
    closePopup: false,
    // Nothing from elsewhere: no file but those with integrity, no picture, no link, no other firm's consent mode.
    useExternalCss: true,
    useExternalJs: true,
    removeCredit: true,
    moreInfoLink: false,
    showIcon: false,
    googleConsentMode: false,
    bingConsentMode: false,
    pianoConsentMode: false,
    softConsentMode: true,
    adblocker: false,
    dataLayer: false,
    serverSide: false,
    handleBrowserDNTRequest: false,
    cookieslist: false,
    cookieslistEmbed: false,
    groupServices: false,
    mandatory: false,
    mandatoryCta: false,
    partnersList: false,
    showAlertSmall: false,
    showDetailsOnClick: false,
    showTitleBanner: false,
  };
}
