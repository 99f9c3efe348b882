import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { insertHead } from "../../../main/js/core/head.js";
import {
  createPolicy,
  distrustHtml,
  trustHtml,
  trustHtmlBetweenEvents,
  trustedBy,
} from "../../../main/js/core/trusted.js";
import { find, openPage } from "../page.js";

describe("Trusted Types", () => {
  let names;
  let asked;

  /** What a browser supplies: a site allows the name once, and each trusted text is known here. */
  function browser() {
    const remember = (text) => {
      asked.push(text);
      return text;
    };
    return {
      createPolicy(name, rules) {
        if (names.includes(name)) {
          throw new TypeError(`a policy '${name}' exists`);
        }
        names.push(name);
        return Object.fromEntries(Object.keys(rules).map((how) => [how, (text) => remember(rules[how](text))]));
      },
    };
  }

  beforeEach(() => {
    names = [];
    asked = [];
    globalThis.trustedTypes = browser();
    openPage('<main></main><script id="own"></script>');
  });

  afterEach(() => {
    delete globalThis.trustedTypes;
  });

  test("one policy has the documented name", () => {
    const trusted = trustedBy(createPolicy(null));
    assert.deepEqual([names, trusted("createHTML", "<b>"), asked], [["cookie-charter"], "<b>", ["<b>"]]);
  });

  test("without Trusted Types, or where the site allows no such policy, a text stays as it is", () => {
    createPolicy(null);
    assert.equal(trustedBy(createPolicy(null))("createScript", "a"), "a");
    delete globalThis.trustedTypes;
    assert.equal(trustedBy(createPolicy(null))("createScript", "a"), "a");
    assert.deepEqual(asked, []);
  });

  test("what a library writes is trusted until the code that runs has run", async () => {
    const page = { trusted: trustedBy(createPolicy(null)) };
    trustHtml(page);
    find("main").innerHTML = "<b>1</b>";
    find("main").insertAdjacentHTML("beforeend", "<b>2</b>");
    assert.equal(find("main").innerHTML, "<b>1</b><b>2</b>");
    await Promise.resolve();
    find("main").innerHTML = "<b>3</b>";
    assert.equal(find("main").textContent, "3");
    trustHtml(page);
    distrustHtml();
    find("main").insertAdjacentHTML("beforeend", "<b>4</b>");
    assert.deepEqual(asked, ["<b>1</b>", "<b>2</b>"]);
  });

  test("what listens to a library's events is not trusted, and the library is afterwards", () => {
    const page = { trusted: trustedBy(createPolicy(null)) };
    [window, find("main")].forEach((target) => {
      target.addEventListener("x", () => {
        find("main").innerHTML = "<b>listener</b>";
      });
    });
    trustHtmlBetweenEvents(page);
    window.dispatchEvent(new CustomEvent("x"));
    find("main").dispatchEvent(new CustomEvent("x"));
    find("main").innerHTML = "<b>library</b>";
    distrustHtml();
    window.dispatchEvent(new CustomEvent("x"));
    find("main").innerHTML = "<b>page</b>";
    assert.deepEqual(asked, ["<b>library</b>"]);
  });

  test("head.js passes its policy to the script that it loads while that runs, and to nothing else", () => {
    const own = find("#own");
    let current = own;
    Object.defineProperty(document, "currentScript", { configurable: true, get: () => current });
    insertHead({ tags: [{ kind: "script", address: "banner.js" }] });
    const loaded = own.nextElementSibling;
    assert.equal(loaded.getAttribute("src"), "banner.js");
    current = null;
    assert.equal(createPolicy(loaded), undefined);
    current = loaded;
    const policy = createPolicy(loaded);
    policy.createScriptURL("runtime.js");
    assert.equal(createPolicy(loaded), undefined);
    assert.deepEqual([names, asked], [["cookie-charter"], ["banner.js", "runtime.js"]]);
  });
});
