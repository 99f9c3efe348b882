/**
 * The language of a page as far as a charter speaks it: "fr-CA" finds "fr", and "pt" finds "pt-BR".
 *
 * @param {string[]} languages those of the charter, the default first
 * @param {string} tag the page's
 */
export function matchLanguage(languages, tag) {
  const wanted = tag.toLowerCase();
  for (let cut = wanted; cut; cut = cut.slice(0, Math.max(0, cut.lastIndexOf("-")))) {
    const found = languages.find((language) => language.toLowerCase() === cut);
    if (found) {
      return found;
    }
  }
  const variant = wanted && languages.find((language) => language.toLowerCase().startsWith(`${wanted}-`));
  return variant || languages[0];
}
