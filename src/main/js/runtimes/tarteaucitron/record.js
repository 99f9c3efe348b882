import { cookieValues, writeCookie } from "../../core/cookies.js";
import { dropOtherDomains } from "../../core/record.js";

/** @import { TarteaucitronCharter } from "./parameters.js" */

/**
 * tarteaucitron's record: "!_statistics_=true!_maps_=false".
 *
 * The runtime keeps each service's answer as "!key=true" or "!key=false", writes "!key=wait" before there is any, and
 * looks for an answer by indexOf, so that "shop-stats=true" would answer for "stats". Therefore a key has a "_" at either
 * end, which no id holds; what it reads is the record taken apart and put together again; and what is no answer is not
 * written.
 *
 * @param {TarteaucitronCharter} charter
 */
export function createAnswers(charter) {
  const { name, path, domain } = charter.cookie;

  /**
   * @param {string} service
   */
  function keyOf(service) {
    return charter.aroundKey + service + charter.aroundKey;
  }

  /** The keys of the services that wait for consent. */
  function keys() {
    return Object.keys(charter.services).map(keyOf);
  }

  function optionalKeys() {
    return keys().concat(Object.keys(charter.objection).map(keyOf));
  }

  // Two records that differ, from a time with another consent.domain, are no answer.
  function read() {
    const values = cookieValues(name);
    const same = values.length > 0 && values.every((value) => value === values[0]);
    return (same && answersIn(values[0])) || {};
  }

  /**
   * The record with an answer for each service that runs until the visitor objects.
   *
   * @param {(service: string) => boolean} isObjected
   */
  function record(isObjected) {
    const all = read();
    Object.keys(charter.objection).forEach((service) => {
      all[keyOf(service)] = !isObjected(service);
    });
    return recordOf(all);
  }

  /**
   * @param {Record<string, boolean>} answers
   */
  function recordOf(answers) {
    return optionalKeys()
      .filter((key) => key in answers)
      .map((key) => `!${key}=${answers[key]}`)
      .join("");
  }

  /**
   * @param {string} key
   * @param {boolean} status
   * @param {string[]} objected the services to which the visitor objects so far
   */
  function keep(key, status, objected) {
    const all = read();
    objected.forEach((service) => {
      all[keyOf(service)] = false;
    });
    all[key] = status;
    // A record from before the site declared another domain would contradict this one.
    dropOtherDomains(charter.cookie);
    writeCookie(name, recordOf(all), { path, domain, seconds: charter.seconds });
  }

  /**
   * @param {string} service
   */
  function allow(service) {
    return read()[keyOf(service)] === true;
  }

  /** Whether each service that waits has its answer; without any, whether there is a record. */
  function areComplete() {
    const all = read();
    return Object.keys(all).length > 0 && keys().every((key) => key in all);
  }

  /**
   * @param {string} value
   */
  function isRecord(value) {
    return answersIn(value) !== null;
  }

  /**
   * @param {string} value
   * @param {string} service
   */
  function refuses(value, service) {
    return /** @type {Record<string, boolean>} */ (answersIn(value))[keyOf(service)] === false;
  }

  return { keyOf, keys, record, keep, allow, areComplete, isRecord, refuses };
}

/**
 * The answers by key, or null for what is not a whole record.
 *
 * @param {string} value
 */
export function answersIn(value) {
  /** @type {Record<string, boolean>} */
  const answers = {};
  const parts = value.split("!");
  const whole =
    parts.shift() === "" &&
    parts.length > 0 &&
    parts.every((part) => {
      const match = /^(_[a-z0-9]+(?:-[a-z0-9]+)*_)=(true|false)$/.exec(part);
      if (!match || match[1] in answers) {
        return false;
      }
      answers[match[1]] = match[2] === "true";
      return true;
    });
  return whole ? answers : null;
}
