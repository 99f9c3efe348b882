import { closeButton } from "../../core/close.js";
import { asksForConsent } from "../../core/objections.js";
import { formerRecords } from "../../core/record.js";
import { heading, node, table } from "./elements.js";

/** @import { Page } from "../../core/types.js" */
/** @import { Category, Orientation, Service, TarteaucitronCharter, TarteaucitronTexts } from "./parameters.js" */

/**
 * tarteaucitron's banner and panel, with the charter's own words.
 *
 * @param {TarteaucitronCharter} charter
 * @param {Page<TarteaucitronTexts>} page
 * @param {(service: string) => string} keyOf
 */
export function createPanel(charter, page, keyOf) {
  /**
   * @param {Element} element
   */
  function addLink(element) {
    element.insertAdjacentHTML("beforeend", page.trusted("createHTML", page.policyLink(page.texts)));
  }

  /** Whether this page is the policy. */
  function isPolicy() {
    const paragraph = node("p");
    addLink(paragraph);
    const link = /** @type {HTMLAnchorElement} */ (paragraph.firstChild);
    return link.href === location.href.split("#")[0] || !!document.querySelector(".cookie-charter-section");
  }

  function isOpen() {
    return byId("tarteaucitron").style.display === "block";
  }

  // Once a service is withdrawn, the runtime adds to the button's name that the page will be loaded anew.
  function nameCloseButton() {
    const close = byId("tarteaucitronClosePanel");
    close.removeAttribute("aria-label");
    close.removeAttribute("title");
  }

  /**
   * @param {Orientation} orientation
   * @returns the element in which all of it stands
   */
  function arrange(orientation) {
    const root = byId("tarteaucitronRoot");
    const alert = byId("tarteaucitronAlertBig");
    const panel = byId("tarteaucitron");
    const isOwn = orientation === charter.orientation;
    root.setAttribute("data-theme", charter.theme);
    root.setAttribute("data-layout", isOwn ? charter.layout : "bar");
    root.setAttribute("data-position", isOwn ? charter.position : "bottom");
    byId("tac_title").textContent = page.texts.title;
    arrangeBanner(alert);
    arrangePanel(panel);
    holdFocus(panel);
    page.speak(root);
    if (orientation === "middle") {
      holdFocus(alert);
    } else {
      // The page behind stays in reach.
      alert.removeAttribute("aria-modal");
    }
    return root;
  }

  /**
   * @param {HTMLElement} alert
   */
  function arrangeBanner(alert) {
    const text = byId("tarteaucitronDisclaimerAlert");
    const actions = node("div", "tarteaucitronActions");
    text.textContent = "";
    text.removeAttribute("role");
    text.appendChild(node("strong", "", page.texts.title)).setAttribute("aria-hidden", "true");
    text.appendChild(node("p", "", page.texts.description));
    text.appendChild(node("p")).insertAdjacentHTML("beforeend", page.sentences(page.texts));
    if (formerRecords(charter).length > 0) {
      text.appendChild(node("p", "tarteaucitronRevision", page.texts.revision));
    }
    addLink(text.appendChild(node("p")));
    alert.querySelectorAll("button").forEach((button) => {
      // The words on a button are its name, and the text is read once.
      ["aria-label", "aria-describedby", "title"].forEach((name) => button.removeAttribute(name));
      actions.appendChild(button);
    });
    alert.appendChild(actions);
    if (charter.closeRefuses) {
      alert.prepend(closeButton(page.texts.close, () => byId("tarteaucitronAllDenied2").click()));
    }
  }

  /**
   * @param {HTMLElement} panel
   */
  function arrangePanel(panel) {
    const info = byId("tarteaucitronInfo");
    const list = /** @type {Element} */ (panel.querySelector(".tarteaucitronBorder > ul"));
    const sections = page.texts.categories.map(section);
    const signal = node("div", "tarteaucitronSignal", page.texts.gpc);
    signal.setAttribute("data-cookie-charter", "gpc");
    signal.hidden = true;
    info.textContent = "";
    info.appendChild(node("p", "", page.texts.preferencesDescription));
    info.appendChild(signal);
    page.texts.preferencesSentences.forEach((each) => info.appendChild(node("p", "", each)));
    addLink(info.appendChild(node("p")));
    list.textContent = "";
    sections.forEach((each) => list.appendChild(each));
    addSaveButton(byId("tarteaucitronServices"));
    /** @type {NodeListOf<HTMLElement>} */
    const all = panel.querySelectorAll("#tarteaucitronAllAllowed, #tarteaucitronAllDenied");
    all.forEach((button) => {
      button.removeAttribute("aria-label");
      button.hidden = !asksForConsent(charter);
    });
  }

  /**
   * The runtime would add it later, as HTML that no policy for Trusted Types has seen.
   *
   * @param {HTMLElement} services
   */
  function addSaveButton(services) {
    const save = node("div");
    const button = node("button", "tarteaucitronAllow", page.texts.save);
    save.id = "tarteaucitronSave";
    button.id = "tarteaucitronSaveButton";
    save.appendChild(button);
    services.appendChild(save);
    services.insertAdjacentHTML = () => {};
  }

  /**
   * @param {Category} category
   */
  function section(category) {
    const all = node("li", "tarteaucitronCategory");
    all.setAttribute("data-category", category.id);
    all.appendChild(heading(3, "tarteaucitronTitle", category.name));
    all.appendChild(node("p", "", category.description));
    const lines = node("ul");
    category.services.forEach((service) => {
      // A necessary service stands in the table alone: there is nothing to decide, and nothing to explain.
      if (service.needsConsent || service.exempt) {
        lines.appendChild(describe(lineOf(service), service));
      }
    });
    if (lines.firstChild) {
      all.appendChild(lines);
    }
    const details = node("details");
    details.appendChild(node("summary", "", category.caption));
    details.appendChild(table(category, page.texts.columns));
    all.appendChild(details);
    return all;
  }

  /**
   * The runtime's line of a service, or one that looks the same.
   *
   * @param {Service} service
   */
  function lineOf(service) {
    const own = document.getElementById(`${keyOf(service.id)}Line`);
    if (own) {
      child(own, ".tarteaucitronStatusInfo").hidden = true;
      return own;
    }
    const line = node("li", "tarteaucitronLine");
    line.appendChild(node("div", "tarteaucitronName")).appendChild(heading(4, "tarteaucitronH3", service.name));
    return line;
  }

  /**
   * @param {HTMLElement} line
   * @param {Service} service
   */
  function describe(line, service) {
    const name = child(line, ".tarteaucitronName");
    const provider = node("p", "tarteaucitronProvider");
    provider.append(node("span", "", page.texts.columns.provider), " ", node("b", "", service.provider));
    [service.purpose, service.exempt].forEach((text) => {
      if (text) {
        name.appendChild(node("p", "", text));
      }
    });
    name.appendChild(provider);
    return line;
  }

  return { isPolicy, isOpen, nameCloseButton, arrange };
}

/**
 * @param {HTMLElement} dialog
 */
function holdFocus(dialog) {
  dialog.addEventListener("keydown", (event) => {
    const stops = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("a[href], button, summary"));
    const all = Array.from(stops).filter((each) => each.offsetHeight > 0);
    const end = event.shiftKey ? all[0] : all[all.length - 1];
    if (event.key === "Tab" && (document.activeElement === end || document.activeElement === dialog)) {
      (event.shiftKey ? all[all.length - 1] : all[0]).focus();
      event.preventDefault();
    }
  });
}

/**
 * An element that the runtime always has.
 *
 * @param {string} id
 */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {Element} parent
 * @param {string} selector
 */
function child(parent, selector) {
  return /** @type {HTMLElement} */ (parent.querySelector(selector));
}
