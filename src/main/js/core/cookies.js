/** The names of all cookies that this page sees. */
export function cookieNames() {
  return cookies().map((cookie) => cookie.split("=")[0]);
}

/**
 * The values of the cookies of a name: another path or domain may have one of the same name.
 *
 * @param {string} name
 */
export function cookieValues(name) {
  return cookies()
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.slice(name.length + 1));
}

function cookies() {
  return document.cookie.split(/;\s*/);
}

/**
 * Writes a cookie as every record of a choice is written.
 *
 * @param {string} name
 * @param {string} value
 * @param {{ path: string, domain: string, seconds: number }} reach an empty domain is that of the host alone; 0 seconds
 *   last until the browser is closed
 */
export function writeCookie(name, value, reach) {
  document.cookie =
    `${name}=${value}; path=${reach.path}; SameSite=Lax` +
    (reach.seconds ? `; max-age=${reach.seconds}` : "") +
    (reach.domain ? `; domain=${reach.domain}` : "") +
    (location.protocol === "https:" ? "; Secure" : "");
}

/**
 * A name with the prefix __Secure- can only be written, and so only be expired, with the attribute Secure.
 *
 * @param {string} name
 * @param {string} domain empty for the host alone
 * @param {string} path
 */
export function expire(name, domain, path) {
  const secure = location.protocol === "https:";
  const cookie =
    `${name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=${path}` +
    (domain ? `; domain=${domain}` : "") +
    (secure ? "; Secure" : "");
  document.cookie = cookie;
  if (secure) {
    document.cookie = `${cookie}; Partitioned`;
  }
}

/**
 * Expires a name for each domain and path whose cookies reach this page.
 *
 * @param {string} name
 * @param {string} path one more
 */
export function expireEverywhere(name, path) {
  ["", ...cookieDomains(location.hostname)].forEach((domain) => {
    [...cookiePaths(location.pathname), path].forEach((each) => expire(name, domain, each));
  });
}

/**
 * The domains whose cookies reach a host. An address, or a name without a dot, has none: there a browser takes the name
 * of the host itself for no domain at all (RFC 6265bis, 5.7), and so for the host's own cookies.
 *
 * @param {string} host
 */
export function cookieDomains(host) {
  const labels = host.split(".");
  if (labels.length === 1 || /^[\d.]+$/.test(host)) {
    return [];
  }
  return labels.map((_, i) => labels.slice(i).join("."));
}

/**
 * The paths whose cookies reach an address.
 *
 * @param {string} pathname
 */
export function cookiePaths(pathname) {
  const all = ["/"];
  pathname
    .split("/")
    .slice(1)
    .reduce((path, part) => {
      all.push(path + part, `${path}${part}/`);
      return `${path}${part}/`;
    }, "/");
  return all;
}
