/** @import { Named } from "./types.js" */

/**
 * @param {Named} entry
 * @param {string} name
 */
export function matches(entry, name) {
  return entry.pattern ? new RegExp(entry.pattern).test(name) : entry.name === name;
}
