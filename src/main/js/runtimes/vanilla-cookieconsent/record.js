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
