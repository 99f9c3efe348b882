import { cookieValues, writeCookie } from "../../core/cookies.js";

/** @import { VanillaCharter } from "./words.js" */

/**
 * Whether a cookie's value is a record of vanilla-cookieconsent.
 *
 * @param {string} value
 * @throws {Error} for what is not even JSON
 */
export function isRecord(value) {
  const record = JSON.parse(decodeURIComponent(value));
  return (
    !!record &&
    typeof record === "object" &&
    typeof record.consentId === "string" &&
    typeof record.revision === "number" &&
    isStrings(record.categories) &&
    isDate(record.consentTimestamp) &&
    isDate(record.lastConsentTimestamp) &&
    !!record.services &&
    typeof record.services === "object" &&
    Object.keys(record.services).every((key) => isStrings(record.services[key]))
  );
}

/**
 * @param {unknown} value
 */
function isStrings(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/**
 * @param {unknown} value
 */
function isDate(value) {
  return typeof value === "string" && !isNaN(new Date(value).getTime());
}

/**
 * What the record calls a service that runs until the visitor objects: a category of its own, whose name no category of
 * a charter can have.
 *
 * @param {string} service
 */
export function keyOf(service) {
  return `service_${service}`;
}

/**
 * Whether a record says no to such a service: it lists all categories under "services", and the accepted ones under
 * "categories".
 *
 * @param {string} value
 * @param {string} service
 */
export function refuses(value, service) {
  const record = JSON.parse(decodeURIComponent(value));
  return keyOf(service) in record.services && record.categories.indexOf(keyOf(service)) < 0;
}

/**
 * The runtime would take a service that is not in the record yet for a refused one.
 *
 * @param {VanillaCharter} charter
 */
export function completeRecord(charter) {
  const { name, path, domain } = charter.cookie;
  const value = cookieValues(name)[0];
  const record = value && JSON.parse(decodeURIComponent(value));
  const missing = Object.keys(charter.objection)
    .map(keyOf)
    .filter((key) => record && !(key in record.services));
  if (missing.length > 0) {
    record.categories = record.categories.concat(missing);
    missing.forEach((key) => {
      record.services[key] = [];
    });
    const seconds = charter.days ? Math.ceil((record.expirationTime - Date.now()) / 1000) : 0;
    writeCookie(name, encodeURIComponent(JSON.stringify(record)), { path, domain, seconds });
  }
}
