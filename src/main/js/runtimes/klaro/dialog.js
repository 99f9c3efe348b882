import { closeButton } from "../../core/close.js";

/** @import { Banner, Page } from "../../core/types.js" */
/** @import { KlaroTexts } from "./words.js" */

/**
 * klaro's notice and preferences, mended: the preferences are no dialog to a screen reader, its links that open something
 * no buttons, and once a choice is made, there is but one button to save another.
 *
 * @param {HTMLElement} root klaro's element
 * @param {object} context
 * @param {KlaroManager} context.manager
 * @param {Page<KlaroTexts>} context.page
 * @param {boolean} context.closeRefuses
 * @param {() => boolean} context.hasAllButtons whether klaro leaves out the buttons that accept and reject all
 * @param {Banner["showSignal"]} context.showSignal
 * @param {() => void} context.onClose called when the preferences are closed
 */
export function createDialog(root, { manager, page, closeRefuses, hasAllButtons, showSignal, onClose }) {
  const { texts } = page;
  let isOpen = false;

  function mend() {
    const modal = openModal();
    if (modal && modal.getAttribute("role") !== "dialog") {
      mendModal(modal);
    }
    root.querySelectorAll(".cm-caret a, .cn-learn-more").forEach((link) => {
      link.setAttribute("role", "button");
      link.removeAttribute("aria-haspopup");
    });
    addClose();
    countServices();
    page.markForeign(root);
    showSignal(root);
    showPartly();
    if (isOpen && !modal) {
      onClose();
    }
    isOpen = !!modal;
  }

  // Whatever klaro's button to refuse does, the cross does too.
  function addClose() {
    const body = root.querySelector(".cookie-notice .cn-body");
    if (closeRefuses && body && !body.querySelector(".cookie-charter-close")) {
      body.prepend(closeButton(texts.close, () => child(body, ".cn-decline").click()));
    }
  }

  function openModal() {
    return root.querySelector(".cm-modal");
  }

  /**
   * @param {Element} modal
   */
  function mendModal(modal) {
    modal.setAttribute("role", "dialog");
    modal.setAttribute("aria-modal", "true");
    modal.setAttribute("aria-labelledby", "cookie-charter-preferences");
    child(modal, "h1").id = "cookie-charter-preferences";
    if (hasAllButtons()) {
      const buttons = child(modal, ".cm-footer-buttons");
      buttons.insertBefore(button(texts.rejectAll, "decline", false), buttons.firstChild);
      buttons.appendChild(button(texts.acceptAll, "accept", true));
    }
  }

  // klaro knows one word for one service and one for several, where many languages have more forms: instead of its
  // number stands a text that is right with any.
  function countServices() {
    root.querySelectorAll(".cm-services").forEach((services) => {
      const link = child(services, ".cm-caret a");
      const count = services.querySelectorAll(".cm-service").length;
      /** @type {Text} */ (link.childNodes[2]).data = texts.services.split("{n}").join(String(count));
    });
  }

  /**
   * @param {string} words
   * @param {"accept" | "decline"} name
   * @param {boolean} value
   */
  function button(words, name, value) {
    const all = document.createElement("button");
    all.type = "button";
    all.className = `cm-btn cm-btn-${name}-all`;
    all.textContent = words;
    all.addEventListener("click", () => {
      manager.changeAll(value);
      manager.saveAndApplyConsents(name);
    });
    return all;
  }

  // A category of which some services are allowed is neither on nor off.
  function showPartly() {
    /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll(".cm-purpose > input")).forEach((toggle) => {
      toggle.indeterminate = toggle.checked && toggle.classList.contains("half-checked");
    });
  }

  /**
   * @param {KeyboardEvent} event
   */
  function onKey(event) {
    const modal = openModal();
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === " " && target.matches(".cn-learn-more")) {
      event.preventDefault();
      target.click();
    } else if (modal && event.key === "Escape") {
      child(modal, ".hide").click();
    } else if (modal && event.key === "Tab") {
      stayInside(modal, event);
    }
  }

  return { mend, showPartly, onKey };
}

/**
 * @param {Element} modal
 * @param {KeyboardEvent} event
 */
function stayInside(modal, event) {
  const stops = Array.from(modal.querySelectorAll("a, button, input, label")).filter(isStop);
  const at = stops.findIndex((each) => each === document.activeElement);
  if (event.shiftKey ? at <= 0 : at === stops.length - 1) {
    event.preventDefault();
    /** @type {HTMLElement} */ (stops[event.shiftKey ? stops.length - 1 : 0]).focus();
  }
}

/**
 * Whether the tabulator stops at an element.
 *
 * @param {Element} element
 */
function isStop(element) {
  const each = /** @type {HTMLInputElement} */ (element);
  return (
    each.tabIndex >= 0 &&
    !each.disabled &&
    each.offsetParent !== null &&
    (each.tagName !== "LABEL" || each.hasAttribute("tabindex"))
  );
}

/**
 * An element that klaro always has there.
 *
 * @param {Element} parent
 * @param {string} selector
 */
function child(parent, selector) {
  return /** @type {HTMLElement} */ (parent.querySelector(selector));
}
