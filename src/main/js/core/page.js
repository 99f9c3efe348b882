import { ownNames } from "./dom.js";
import { markForeignWords } from "./foreign.js";
import { html, sentence } from "./html.js";
import { matchLanguage } from "./language.js";
import { createPolicy, trustedBy } from "./trusted.js";
import { warn } from "./warn.js";

/** @import { Charter, Page, RuntimeFile, Texts } from "./types.js" */

/**
 * @template {Texts} T
 * @param {Charter<T>} charter
 * @param {HTMLScriptElement | null} script the one that runs
 * @returns {Page<T>}
 */
export function createPage(charter, script) {
  const base = folderOf(script);
  const trusted = trustedBy(createPolicy(script));
  let wanted = "";
  const nonce = (script && script.nonce) || "";
  /** @type {Element[]} */
  const withoutNonce = [];

  function language() {
    return matchLanguage(charter.languages, wanted || document.documentElement.lang);
  }

  /**
   * @param {string} tag
   */
  function setLanguage(tag) {
    wanted = tag;
  }

  /**
   * @param {HTMLElement} root
   */
  function speak(root) {
    root.lang = page.texts.language;
    root.dir = page.texts.direction;
    markForeign(root);
  }

  /**
   * @param {HTMLElement} root
   */
  function markForeign(root) {
    const { texts } = page;
    // A runtime may say by itself that what it shows is in the page's language.
    /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[lang]")).forEach((each) => {
      if (each.lang === language()) {
        each.lang = texts.language;
      }
    });
    markForeignWords(root, texts.language, texts.foreign);
  }

  /**
   * @param {Texts} t
   */
  function policyLink(t) {
    const optOut = t.optOutLink ? ` ${linkTo(t.optOut, t.optOutLink)}` : "";
    return linkTo(t.policy, t.policyLink) + optOut;
  }

  /**
   * @param {Texts} t
   */
  function sentences(t) {
    const providers = t.providersLink ? [linkTo(t.providers, t.providersLink)] : [];
    return [...t.sentences.map(sentence), ...providers].join(" ");
  }

  /**
   * @param {string} address
   * @param {string} label
   */
  function linkTo(address, label) {
    const target = /^([a-z]+:|\/)/i.test(address) ? address : base + address;
    return `<a href="${html(target)}">${html(label)}</a>`;
  }

  /**
   * A page that includes banner.js alone gets the library from beside it: its files one after the other, in their order.
   *
   * @param {() => boolean} isLoaded
   * @param {() => void} then
   */
  function withLibrary(isLoaded, then) {
    if (isLoaded()) {
      then();
      return;
    }
    // The library has been there, perhaps, and has found an element instead of what loads modules.
    const giveBack = ownNames(["define", "exports", "module"]);
    charter.files
      .filter((file) => file.style)
      .forEach((file) => {
        const link = document.createElement("link");
        add(Object.assign(link, { rel: "stylesheet", href: base + file.address, integrity: integrityOf(file) }));
      });
    loadScripts(
      charter.files.filter((file) => !file.style),
      () => {
        giveBack();
        then();
      }
    );
  }

  /**
   * @param {RuntimeFile[]} files
   * @param {() => void} then
   */
  function loadScripts(files, then) {
    if (files.length === 0) {
      then();
      return;
    }
    const [first, ...others] = files;
    const element = document.createElement("script");
    element.src = trusted("createScriptURL", base + first.address);
    element.integrity = integrityOf(first);
    element.nonce = nonce;
    element.onload = () => loadScripts(others, then);
    add(element);
  }

  /**
   * A page that includes banner.js without a hash may get an older one from a cache, beside newer neighbours: their hashes
   * would keep the banner away, and prove nothing.
   *
   * @param {RuntimeFile} file
   */
  function integrityOf(file) {
    return script && script.integrity ? file.integrity : "";
  }

  /**
   * @param {HTMLLinkElement | HTMLScriptElement} element
   */
  function add(element) {
    if (script && script.crossOrigin) {
      element.crossOrigin = script.crossOrigin;
    }
    document.head.appendChild(element);
  }

  /**
   * Under a policy with 'strict-dynamic', what a trusted script puts into the page is trusted. So the banner asks of
   * markup what the browser would: that it has the nonce, wherever the banner's own script has one.
   *
   * @param {HTMLElement} element
   */
  function hasNonce(element) {
    const has = !nonce || element.nonce === nonce;
    if (!has && withoutNonce.indexOf(element) < 0) {
      withoutNonce.push(element);
      warn("this element lacks the nonce that the script banner.js has, so it stays blocked", element);
    }
    return has;
  }

  /** @type {Page<T>} */
  const page = {
    base,
    hasNonce,
    trusted,
    get texts() {
      return charter.texts[language()];
    },
    language,
    setLanguage,
    speak,
    markForeign,
    policyLink,
    sentences,
    withLibrary,
  };
  return page;
}

/**
 * @param {HTMLScriptElement | null} script
 */
export function folderOf(script) {
  return script && script.src ? script.src.replace(/[?#].*$/, "").replace(/[^/]*$/, "") : "";
}
