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
  modal.querySelectorAll("table").forEach(mendTable);
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
