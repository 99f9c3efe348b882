import { html, sentence } from "../../core/html.js";
import { trustHtml } from "../../core/trusted.js";

/** @import { Charter, Page, Texts } from "../../core/types.js" */

/**
 * What the class VanillaCookieConsent adds to every charter.
 *
 * @typedef {Charter<VanillaTexts> & {
 *   days: number,
 *   gui: import("vanilla-cookieconsent").GuiOptions,
 *   categories: { id: string, hasSwitch: boolean, needsConsent: boolean, objection: string[] }[],
 *   rtl: string[]
 * }} VanillaCharter a category has a switch unless all its services have their own; objection lists those that have
 */

/** @typedef {Texts & { columns: Record<Column, string>, categories: Category[] }} VanillaTexts */

/** @typedef {"cookie" | "provider" | "purpose" | "lifetime"} Column */

/**
 * A section of the preferences: its switch decides the category of that id, the one service of an id with the prefix
 * "service_", or nothing.
 */
/** @typedef {{ id: string, name: string, description: string, caption: string, rows: Row[] }} Category */

/** @typedef {Record<Column, string> & { unknown?: boolean }} Row */

/**
 * All that the runtime shows in one language, as HTML. It reads the words of a dialog when it begins to write that, calls
 * onModalReady when it has, and calls nothing between.
 *
 * @param {VanillaTexts} t
 * @param {Pick<Page, "policyLink" | "sentences" | "trusted">} page
 * @param {boolean} closeRefuses
 * @param {boolean} asks whether there is something to accept or to reject
 * @returns {import("vanilla-cookieconsent").Translation}
 */
export function translation(t, page, closeRefuses, asks) {
  return {
    get consentModal() {
      trustHtml(page);
      return {
        title: html(t.title),
        closeIconLabel: closeRefuses ? t.close : "",
        description: `${sentence(t.description)} ${page.sentences(t)} {{revisionMessage}}`,
        // A dollar sign would be special: the runtime puts this in by String.replace.
        revisionMessage: `<strong>${html(t.revision).replace(/\$/g, "&#36;")}</strong>`,
        acceptAllBtn: html(t.acceptAll),
        acceptNecessaryBtn: html(t.rejectAll),
        showPreferencesBtn: html(t.manage),
        footer: page.policyLink(t),
      };
    },
    get preferencesModal() {
      trustHtml(page);
      return {
        title: html(t.preferencesTitle),
        acceptAllBtn: asks ? html(t.acceptAll) : "",
        acceptNecessaryBtn: asks ? html(t.rejectAll) : "",
        savePreferencesBtn: html(t.save),
        closeIconLabel: t.close,
        sections: [
          {
            description: `${html(t.preferencesDescription)}<span data-cookie-charter="gpc" hidden><br><br>${html(t.gpc)}</span>`,
          },
          ...t.categories.map((category) => section(t, category)),
          { description: [...t.preferencesSentences.map(sentence), page.policyLink(t)].join("<br>") },
        ],
      };
    },
  };
}

/**
 * @param {VanillaTexts} t
 * @param {Category} category
 */
function section(t, category) {
  return {
    title: html(category.name),
    description: html(category.description),
    linkedCategory: category.id,
    cookieTable: table(t, category),
  };
}

/**
 * @param {VanillaTexts} t
 * @param {Category} category
 */
function table(t, category) {
  return {
    caption: html(category.caption),
    headers: {
      cookie: html(t.columns.cookie),
      provider: html(t.columns.provider),
      purpose: html(t.columns.purpose),
      lifetime: html(t.columns.lifetime),
    },
    body: category.rows.map((row) => ({
      cookie: row.unknown ? html(row.cookie) : `<code translate="no">${html(row.cookie)}</code>`,
      provider: html(row.provider),
      purpose: html(row.purpose),
      lifetime: html(row.lifetime),
    })),
  };
}
