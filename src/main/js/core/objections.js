import { hasSignal } from "./gpc.js";

/** @import { Charter, Runtime } from "./types.js" */

/**
 * The services that run from the start until the visitor objects. An objection holds even if the record is one of a
 * former revision.
 *
 * @param {Charter} charter
 * @param {Pick<Runtime, "refuses">} runtime
 * @param {() => string[]} validRecords
 */
export function createObjections(charter, runtime, validRecords) {
  /**
   * @param {string} service
   */
  function isObjected(service) {
    if (!isOpen(charter, service)) {
      return false;
    }
    const all = validRecords();
    return all.length > 0
      ? all.some((record) => runtime.refuses(record, service))
      : charter.objection[service] && hasSignal(charter);
  }

  return { isObjected, objected: () => Object.keys(charter.objection).filter(isObjected) };
}

/**
 * Whether a service runs until the visitor objects.
 *
 * @param {Charter} charter
 * @param {string} service
 */
export function isOpen(charter, service) {
  return Object.prototype.hasOwnProperty.call(charter.objection, service);
}

/**
 * Whether there is something to consent to; otherwise the banner does not open by itself.
 *
 * @param {Charter} charter
 */
export function asksForConsent(charter) {
  return Object.keys(charter.services).length > 0;
}
