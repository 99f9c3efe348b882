import { cookieValues, expireEverywhere, writeCookie } from "../../core/cookies.js";
import { isOpen } from "../../core/objections.js";
import { formerRecords } from "../../core/record.js";

/** @import { KlaroCharter } from "./words.js" */

/**
 * Whether a cookie's value is a record of klaro: a JSON object of services, each with its answer.
 *
 * @param {string} value
 * @throws {Error} for what is not even JSON
 */
export function isRecord(value) {
  const record = JSON.parse(decodeURIComponent(value));
  const names = record && typeof record === "object" && !Array.isArray(record) ? Object.keys(record) : [];
  return names.length > 0 && names.every((name) => typeof record[name] === "boolean");
}

/**
 * @param {string} value
 * @param {string} service
 */
export function refuses(value, service) {
  return JSON.parse(decodeURIComponent(value))[service] === false;
}

/**
 * Where the record is kept: klaro's own store counts whole days, knows no session, takes 0 for 120 days, and leaves
 * Secure out.
 *
 * @param {KlaroCharter} charter
 */
export function createStore(charter) {
  const { name, domain, path } = charter.cookie;

  /**
   * klaro asks again whenever a service is new; one that needs no consent is nothing to ask for, and on until the visitor
   * objects.
   *
   * @param {string} value
   */
  function completed(value) {
    const record = JSON.parse(decodeURIComponent(value));
    charter.shown.forEach((service) => {
      if (!service.needsConsent && !(isOpen(charter, service.id) && record[service.id] === false)) {
        record[service.id] = true;
      }
    });
    return encodeURIComponent(JSON.stringify(record));
  }

  function get() {
    const all = cookieValues(name);
    return all.length === 0 ? null : completed(all[0]);
  }

  /**
   * @param {string} value
   */
  function set(value) {
    writeCookie(name, value, { path, domain, seconds: charter.seconds });
  }

  function remove() {
    expireEverywhere(name, path);
  }

  // Two records that differ, from a time with another consent.domain, are no choice.
  function dropContradiction() {
    const all = cookieValues(name);
    if (all.some((value) => value !== all[0])) {
      remove();
    }
  }

  function hasFormer() {
    return formerRecords(charter).length > 0;
  }

  return { get, set, delete: remove, dropContradiction, hasFormer };
}
