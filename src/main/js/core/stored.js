import { cookieNames, expire, expireEverywhere } from "./cookies.js";
import { matches } from "./names.js";

/** @import { Charter, Runtime, StoredEntry } from "./types.js" */

/**
 * What may be stored, and what is erased where the visitor refuses it.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "isAllowed">} runtime
 */
export function createStored(charter, runtime) {
  /**
   * The entries stand in order of precedence: a literal name first, then the pattern with more literal characters.
   *
   * @param {StoredEntry["kind"]} kind
   * @param {string} name
   */
  function entriesFor(kind, name) {
    const found = charter.entries.filter(
      (entry) => entry.kind === kind && matches(entry.pattern || entry.name || "", name)
    );
    return found.filter((entry) => entry.name === found[0].name && entry.pattern === found[0].pattern);
  }

  /**
   * @param {StoredEntry} entry
   */
  function isRefused(entry) {
    return !!entry.service && !runtime.isAllowed(entry.service);
  }

  /**
   * @param {StoredEntry["kind"]} kind
   * @param {string} name
   */
  function isRefusedWhole(kind, name) {
    const entries = entriesFor(kind, name);
    return entries.length > 0 && entries.every(isRefused);
  }

  /**
   * @param {string} name
   */
  function eraseCookie(name) {
    // A pattern may cover the record's name: without its record a refusal would be asked for again on every page.
    if (name === charter.cookie.name) {
      return;
    }
    const entries = entriesFor("cookie", name);
    const refused = entries.filter(isRefused);
    refused.forEach((entry) => {
      const path = String(entry.path);
      if (refused.length === entries.length) {
        expireEverywhere(name, path);
      } else {
        expire(name, entry.domain || "", path);
      }
    });
  }

  function eraseCookies() {
    cookieNames().forEach(eraseCookie);
    // A cookie of another path is invisible here, but a known name can be expired all the same.
    charter.entries.forEach((entry) => {
      if (entry.kind === "cookie" && entry.name && entry.path !== "/") {
        eraseCookie(entry.name);
      }
    });
  }

  /**
   * @param {"local-storage" | "session-storage"} kind
   * @param {Storage} storage
   */
  function eraseStorage(kind, storage) {
    Object.keys(storage).forEach((key) => {
      if (isRefusedWhole(kind, key)) {
        storage.removeItem(key);
      }
    });
  }

  function eraseDatabases() {
    if (!window.indexedDB || !indexedDB.databases) {
      return;
    }
    indexedDB.databases().then(
      (databases) => {
        databases.forEach((database) => {
          if (database.name !== undefined && isRefusedWhole("indexed-db", database.name)) {
            indexedDB.deleteDatabase(database.name);
          }
        });
      },
      () => {}
    );
  }

  function eraseRefused() {
    attempt(eraseCookies);
    attempt(() => eraseStorage("local-storage", localStorage));
    attempt(() => eraseStorage("session-storage", sessionStorage));
    attempt(eraseDatabases);
  }

  return { eraseRefused };
}

/**
 * A browser may forbid storage altogether: then there is nothing to erase.
 *
 * @param {() => void} action
 */
function attempt(action) {
  try {
    action();
  } catch (forbidden) {
    return;
  }
}
