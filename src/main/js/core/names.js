/**
 * Whether a pattern matches a name: each "*" stands for any run of characters. The time grows with the length of the name
 * and not with the number of stars, as it would for a regular expression.
 *
 * @param {string} pattern
 * @param {string} name
 */
export function matches(pattern, name) {
  const parts = pattern.split("*");
  const first = parts[0];
  const last = parts[parts.length - 1];
  const end = name.length - last.length;
  let from = first.length;
  if (parts.length === 1) {
    return pattern === name;
  }
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
