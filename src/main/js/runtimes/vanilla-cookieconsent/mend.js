/** @import { VanillaTexts } from "./words.js" */

/**
 * The runtime makes labels and ids out of HTML: this gives them back the plain words, and ids without spaces.
 *
 * @param {HTMLElement} modal
 * @param {VanillaTexts} texts
 */
export function mendPreferences(modal, texts) {
  texts.categories.forEach((category) => {
    modal.querySelectorAll("input").forEach((toggle) => {
      if (toggle.value === category.id) {
        labelOf(toggle).textContent = category.name;
      }
    });
  });
  modal.querySelectorAll(".pm__section--expandable").forEach(showDescription);
  modal.querySelectorAll("table").forEach(mendTable);
}

/**
 * The runtime folds up what a category is for together with the list of its cookies.
 *
 * @param {Element} section
 */
function showDescription(section) {
  const description = section.querySelector(".pm__section-desc");
  const folded = section.querySelector(".pm__section-desc-wrapper");
  if (description && folded) {
    description.className = "cookie-charter-about";
    section.insertBefore(description, folded);
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {number} t its number
 */
function mendTable(table, t) {
  const columns = table.querySelectorAll("th");
  columns.forEach((column, c) => {
    column.id = `cookie-charter-column-${t}-${c}`;
  });
  table.querySelectorAll("tr").forEach((row) => {
    row.querySelectorAll("td").forEach((cell, c) => {
      cell.setAttribute("headers", columns[c].id);
      cell.setAttribute("data-column", columns[c].textContent || "");
    });
  });
}

/**
 * @param {HTMLInputElement} toggle
 */
function labelOf(toggle) {
  const parent = /** @type {Element} */ (toggle.parentNode);
  return /** @type {Element} */ (parent.querySelector(".toggle__label"));
}
