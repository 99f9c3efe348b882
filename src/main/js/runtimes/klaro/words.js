import { html, sentence } from "../../core/html.js";
import { isOpen } from "../../core/objections.js";

/** @import { Charter, Page, Texts } from "../../core/types.js" */

/**
 * What the class Klaro adds to every charter.
 *
 * @typedef {Charter<KlaroTexts> & {
 *   seconds: number,
 *   look: string[],
 *   shown: { id: string, category: string, needsConsent: boolean }[]
 * }} KlaroCharter seconds of 0 last until the browser is closed
 */

/** @typedef {Texts & { alwaysOn: string, services: string, categories: Record<string, Category> }} KlaroTexts */

/** @typedef {{ name: string, lines: string[], services: Record<string, Service> }} Category */

/** @typedef {{ name: string, lines: string[], cookies: Cookie[], noCookie: string }} Service */

/** @typedef {{ name: string, facts: string[] }} Cookie */

/**
 * Every key that klaro reads, so that none of its own texts can show through. Descriptions and the preferences' title go
 * in as HTML, everything else as it is.
 *
 * @param {KlaroTexts} t
 * @param {Pick<Page, "policyLink" | "sentences">} page
 */
export function translation(t, page) {
  return {
    acceptAll: t.acceptAll,
    acceptSelected: t.save,
    close: t.close,
    decline: t.rejectAll,
    ok: t.acceptAll,
    save: t.save,
    poweredBy: t.policyLink,
    consentNotice: {
      title: t.title,
      description: `${sentence(t.description)} ${page.sentences(t)} ${page.policyLink(t)}`,
      changeDescription: t.revision,
      learnMore: t.manage,
      testing: t.title,
    },
    consentModal: {
      title: html(t.preferencesTitle),
      description:
        `${html(t.preferencesDescription)} ${page.policyLink(t)}` +
        t.preferencesSentences.map(line).join("") +
        `<span class="cookie-charter-line" data-cookie-charter="gpc" hidden>${html(t.gpc)}</span>`,
    },
    privacyPolicy: { name: t.policyLink, text: t.policyLink },
    purposeItem: { service: " ", services: " " },
    purposes: purposes(t),
    service: {
      disableAll: { title: t.acceptAll, description: html(t.preferencesDescription) },
      // The switch is on, and says it.
      optOut: { title: " ", description: " " },
      required: { title: t.alwaysOn, description: t.preferencesDescription },
      purpose: t.preferencesTitle,
      purposes: t.preferencesTitle,
    },
    contextualConsent: {
      description: t.frame.text.split("{provider}").join("{title}"),
      acceptOnce: t.frame.load,
      acceptAlways: t.frame.manage,
      descriptionEmptyStore: "{link}",
      modalLinkText: t.frame.manage,
    },
  };
}

/**
 * The services as klaro wants them, with their words.
 *
 * @param {KlaroCharter} charter
 * @param {KlaroTexts} t
 * @param {string} language
 * @param {(service: string) => boolean} isObjected
 */
export function services(charter, t, language, isObjected) {
  return charter.shown.map((each) => {
    const service = t.categories[each.category].services[each.id];
    const mayObject = isOpen(charter, each.id);
    return {
      name: each.id,
      purposes: [`category-${each.category}`],
      required: !each.needsConsent && !mayObject,
      default: mayObject && !isObjected(each.id),
      optOut: mayObject,
      // Otherwise klaro would run a script again whenever the visitor saves.
      onlyOnce: true,
      translations: { [language]: { title: service.name, description: description(service) } },
    };
  });
}

/**
 * @param {KlaroTexts} t
 */
function purposes(t) {
  /** @type {Record<string, { title: string, description: string }>} */
  const all = {};
  Object.keys(t.categories).forEach((id) => {
    const category = t.categories[id];
    all[`category-${id}`] = { title: category.name, description: category.lines.map(line).join(" ") };
  });
  return all;
}

/**
 * @param {Service} service
 */
function description(service) {
  const cookies = service.cookies.length > 0 ? service.cookies.map(entry).join(" ") : line(service.noCookie);
  return `${service.lines.map(line).join(" ")} ${cookies}`;
}

/**
 * @param {Cookie} cookie
 */
function entry(cookie) {
  const facts = cookie.facts.map((fact) => ` – ${html(fact)}`).join("");
  return `<span class="cookie-charter-line"><code translate="no">${html(cookie.name)}</code>${facts}</span>`;
}

/**
 * @param {string} words
 */
function line(words) {
  return `<span class="cookie-charter-line">${html(words)}</span>`;
}
