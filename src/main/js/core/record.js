import { cookieNames, cookieValues, expire, expireEverywhere, cookieDomains, writeCookie } from "./cookies.js";

/** @import { Charter, Runtime } from "./types.js" */

/**
 * The record of the choice.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "isRecord">} runtime
 */
export function createRecord(charter, runtime) {
  const { name, path, domain, withoutDomain } = charter.cookie;

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

  // A record from before the site declared consent.domain has another name. It is still an answer, for as long as it
  // lasts: a copy of it is kept until the browser is closed, and made anew after that.
  function adoptFormer() {
    if (withoutDomain && cookieValues(name).length === 0) {
      const former = cookieValues(withoutDomain).filter(isWhole)[0];
      if (former) {
        writeCookie(name, former, { path, domain, seconds: 0 });
      }
    }
  }

  // The runtime would stumble over half a record; without any it asks.
  function dropBroken() {
    cookieValues(name).forEach((value) => {
      if (!isWhole(value)) {
        expireEverywhere(name, path);
      }
    });
    adoptFormer();
  }

  // Another record of the same name, left from a time with another consent.domain, would hide this one; those of former
  // revisions say nothing any more.
  function dropOthers() {
    formerRecords(charter).forEach((former) => expireEverywhere(former, path));
    if (withoutDomain) {
      expireEverywhere(withoutDomain, path);
    }
    dropOtherDomains(charter.cookie);
  }

  /** The whole records that count: those of former revisions only if there is no other. */
  function valid() {
    const current = cookieValues(name).filter(isWhole);
    return current.length > 0
      ? current
      : formerRecords(charter)
          .concat(withoutDomain || [])
          .reduce((all, former) => all.concat(cookieValues(former).filter(isWhole)), current);
  }

  // As it stands in the browser, to be compared.
  function read() {
    return cookieValues(name).join();
  }

  return { read, valid, dropBroken, dropOthers };
}

/**
 * Drops records of the same name that other domains than the declared one hold.
 *
 * @param {Charter["cookie"]} cookie
 */
export function dropOtherDomains({ name, path, domain }) {
  ["", ...cookieDomains(location.hostname)].forEach((other) => {
    if (other !== domain) {
      expire(name, other, path);
    }
  });
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
