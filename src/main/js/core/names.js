/** @import { Named } from "./types.js" */

/**
 * Whether a name is an entry's. In a pattern, each "*" stands for any run of characters. The time grows with the length
 * of the name and not with the number of stars, as it would for a regular expression.
 *
 * @param {Named} entry
 * @param {string} name
 */
export function matches(entry, name) {
  if (!entry.pattern) {
    return entry.name === name;
  }
  const parts = entry.pattern.split("*");
  const first = parts[0];
  const last = parts[parts.length - 1];
  const end = name.length - last.length;
  let from = first.length;
  return (
    from <= end &&
    name.startsWith(first) &&
    name.endsWith(last) &&
    parts.slice(1, -1).every((part) => {
      const at = name.indexOf(part, from);
      from = at + part.length;
      return at >= 0 && from <= end;
    })
  );
}
