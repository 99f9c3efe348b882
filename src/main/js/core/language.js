// Regions and former codes that say what another tag says: the macrolanguage "no" stands before both Norwegians, and a
// script before the regions that write it.
/** @type {[RegExp, string][]} */
const SAME = [
  [/^(nb|nn)\b/, "no-$1"],
  [/^no\b(?!-n[bn]\b)/, "no-nb"],
  [/^zh-(?=(tw|hk|mo)\b)/, "zh-hant-"],
  [/^zh\b(?!-han[st]\b)/, "zh-hans"],
  [/^iw\b/, "he"],
];

/**
 * The language of a page as far as a charter speaks it: "fr-CA" finds "fr", "pt" finds "pt-BR", "pt-AO" finds "pt-PT",
 * and "zh_TW" finds "zh-Hant".
 *
 * @param {string[]} languages those of the charter, the default first
 * @param {string} tag the page's
 */
export function matchLanguage(languages, tag) {
  const all = languages.map(canonical);
  const wanted = canonical(tag);
  for (let cut = wanted; cut; cut = cut.slice(0, Math.max(0, cut.lastIndexOf("-")))) {
    const found = all.indexOf(cut);
    const sister = found < 0 ? all.findIndex((language) => language.startsWith(`${cut}-`)) : found;
    if (sister >= 0) {
      return languages[sister];
    }
  }
  return languages[0];
}

/**
 * @param {string} tag as web or Java write it: "fr-FR", "fr_FR"
 */
function canonical(tag) {
  return SAME.reduce(
    (all, [same, written]) => all.replace(same, written),
    tag
      .trim()
      .toLowerCase()
      .replace(/_/g, "-")
      .replace(/[.@#].*/, "")
  );
}
