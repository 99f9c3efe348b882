/** @import { Category, Column, TarteaucitronTexts } from "./parameters.js" */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [name] that of its class
 * @param {string} [text]
 */
export function node(tag, name, text) {
  const element = document.createElement(tag);
  if (name) {
    element.className = name;
  }
  if (text) {
    element.textContent = text;
  }
  return element;
}

/**
 * @param {number} level
 * @param {string} name that of its class
 * @param {string} text
 */
export function heading(level, name, text) {
  const all = node("span", name, text);
  all.setAttribute("role", "heading");
  all.setAttribute("aria-level", String(level));
  return all;
}

/**
 * The table of a category's cookies.
 *
 * @param {Category} category
 * @param {TarteaucitronTexts["columns"]} words
 */
export function table(category, words) {
  /** @type {Column[]} */
  const columns = ["cookie", "service", "purpose", "lifetime"];
  const all = node("table");
  const head = all.createTHead().insertRow();
  all.createCaption().textContent = category.caption;
  columns.forEach((column) => {
    const cell = node("th", "", words[column]);
    cell.scope = "col";
    head.appendChild(cell);
  });
  const body = all.createTBody();
  category.rows.forEach((row) => {
    const line = body.insertRow();
    columns.forEach((column) => {
      const isName = column === "cookie";
      const cell = node(isName ? "th" : "td");
      if (isName) {
        cell.setAttribute("scope", "row");
      }
      cell.setAttribute("data-column", words[column]);
      cell.appendChild(isName && !row.unknown ? cookieName(row[column]) : document.createTextNode(row[column]));
      line.appendChild(cell);
    });
  });
  return all;
}

/**
 * @param {string} text
 */
function cookieName(text) {
  const code = node("code", "", text);
  code.translate = false;
  return code;
}
