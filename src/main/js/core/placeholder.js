/** @import { Charter, Page, Provider } from "./types.js" */
/** @import { Frame } from "./frames.js" */

/**
 * What stands in place of a frame that waits for consent.
 *
 * @param {Frame} frame
 * @param {object} context
 * @param {Charter} context.charter
 * @param {Page} context.page
 * @param {boolean} context.offersPreferences
 * @param {() => void} context.onLoad what loads the frame
 */
export function createPlaceholder(frame, { charter, page, offersPreferences, onLoad }) {
  const { texts } = page;
  const provider = providerOf(frame, page);
  const box = element("div", "cookie-charter-frame");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", frame.iframe.title || provider.name);
  box.setAttribute("data-theme", charter.theme);
  box.lang = texts.language;
  box.dir = texts.direction;
  const poster = frame.iframe.getAttribute("data-cookie-charter-poster");
  if (poster) {
    const image = element("img", "cookie-charter-frame-poster");
    image.alt = "";
    image.src = poster;
    box.append(image);
  }
  if (frame.iframe.title) {
    box.append(element("p", "cookie-charter-frame-title", frame.iframe.title));
  }
  const text = element("p", "cookie-charter-frame-text", naming(texts.frame.text, provider));
  if (provider.privacy) {
    const link = element("a", "cookie-charter-frame-link", naming(texts.frame.privacy, provider));
    link.href = provider.privacy;
    text.append(" ", link);
  }
  const buttons = element("p", "cookie-charter-frame-buttons");
  if (frame.url) {
    const load = button(texts.frame.load);
    load.addEventListener("click", onLoad);
    buttons.append(load);
  }
  const preferences = button(texts.frame.manage);
  preferences.setAttribute("data-cookie-charter", "preferences");
  preferences.hidden = !offersPreferences;
  buttons.append(preferences);
  box.append(text, buttons);
  fit(box, frame.iframe);
  return box;
}

/**
 * @param {Frame} frame
 * @param {Page} page
 * @returns {Provider}
 */
function providerOf(frame, page) {
  return frame.entry ? page.texts.frames[frame.entry.services[0]] : { name: frame.url ? frame.url.host : "?" };
}

/**
 * A placeholder takes the place that the empty frame has, and grows where the words need more.
 *
 * @param {HTMLElement} box
 * @param {HTMLIFrameElement} iframe
 */
function fit(box, iframe) {
  const now = getComputedStyle(iframe);
  const { style } = box;
  const width = iframe.offsetWidth || parseInt(iframe.getAttribute("width") || "", 10) || 300;
  const height = iframe.offsetHeight || parseInt(iframe.getAttribute("height") || "", 10) || 150;
  if (now.position === "absolute") {
    style.position = "absolute";
    style.inset = "0";
    style.overflow = "auto";
    return;
  }
  const parent = /** @type {Element} */ (iframe.parentNode);
  const fluid = /%$/.test(iframe.getAttribute("width") || "") || iframe.offsetWidth >= parent.clientWidth;
  style.inlineSize = fluid ? "100%" : `${width}px`;
  if (now.aspectRatio && now.aspectRatio !== "auto") {
    style.aspectRatio = now.aspectRatio;
  } else {
    style.minBlockSize = `${height}px`;
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {string} [text]
 */
function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text) {
    made.textContent = text;
  }
  return made;
}

/**
 * @param {string} text
 */
function button(text) {
  const made = element("button", "cookie-charter-frame-button", text);
  made.type = "button";
  return made;
}

/**
 * @param {string} text
 * @param {Provider} provider
 */
function naming(text, provider) {
  return text.split("{provider}").join(provider.name);
}
