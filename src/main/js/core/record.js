import { cookieNames, cookieValues, expire, expireEverywhere, cookieDomains } from "./cookies.js";

/** @import { Charter, Runtime } from "./types.js" */

/**
 * The record of the choice.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "isRecord">} runtime
 */
export function createRecord(charter, runtime) {
  const { name, path, domain } = charter.cookie;

  /**
   * @param {string} value
   */
  function isWhole(value) {
    try {
      return runtime.isRecord(value);
    } catch (broken) {
      return false;
    }
  }

  // The runtime would stumble over half a record; without any it asks.
  function dropBroken() {
    cookieValues(name).forEach((value) => {
      if (!isWhole(value)) {
        expireEverywhere(name, path);
      }
    });
  }

  // Another record of the same name, left from a time with another consent.domain, would hide this one; those of former
  // revisions say nothing any more.
  function dropOthers() {
    formerRecords(charter).forEach((former) => expireEverywhere(former, path));
    ["", ...cookieDomains(location.hostname)].forEach((other) => {
      if (other !== domain) {
        expire(name, other, path);
      }
    });
  }

  return { dropBroken, dropOthers };
}

/**
 * The names of the records of former revisions that this page sees.
 *
 * @param {Charter} charter
 */
export function formerRecords(charter) {
  const former = new RegExp(charter.cookie.former);
  return cookieNames().filter((name) => name !== charter.cookie.name && former.test(name));
}
