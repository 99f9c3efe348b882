import { createRequire } from "node:module";
import { resolve } from "node:path";

const npm = createRequire(resolve(process.env.COOKIE_CHARTER_NPM || "target/npm", "package.json"));
const { JSDOM } = npm("jsdom");

const GLOBALS = [
  "window",
  "document",
  "location",
  "navigator",
  "CustomEvent",
  "Element",
  "MutationObserver",
  "Node",
  "NodeFilter",
  "getComputedStyle",
  "localStorage",
  "sessionStorage",
];

/**
 * Opens a page, whose window's names are global from then on: the scripts that are tested take them from there.
 *
 * @param {string} body
 * @param {{ url?: string, lang?: string }} [options]
 */
export function openPage(body = "", { url = "https://www.shop.org/basket/items", lang = "en" } = {}) {
  const dom = new JSDOM(`<!DOCTYPE html><html lang="${lang}"><head></head><body>${body}</body></html>`, { url });
  GLOBALS.forEach((name) => {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: dom.window[name] });
  });
  return dom;
}

/** The cookies that the page sees, sorted. */
export function cookies() {
  return document.cookie
    .split("; ")
    .filter((cookie) => cookie)
    .sort();
}

/**
 * @param {string} selector
 */
export function find(selector) {
  return document.querySelector(selector);
}
