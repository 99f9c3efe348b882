import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { insertHead } from "../../../main/js/core/head.js";
import { openPage } from "../page.js";

const TAGS = [
  { kind: "site", attributes: { defer: "", src: "/own.js" } },
  { kind: "blocked", attributes: { type: "text/plain", "data-category": "statistics", "data-src": "/stats.js" } },
  { kind: "style", address: "runtime.css?v=1" },
  { kind: "script", address: "runtime.js?v=1" },
  { kind: "script", address: "banner.js?v=2" },
];

describe("head", () => {
  /**
   * A page that runs head.js, before the rest of its head.
   *
   * @param {"loading" | "complete"} state
   */
  function run(state) {
    const { window } = openPage();
    const { document } = window;
    document.head.innerHTML = '<script type="x" src="/shop/head.js?x#y" nonce="n0"></script><title>Shop</title>';
    Object.defineProperty(document, "currentScript", { configurable: true, value: document.head.firstChild });
    Object.defineProperty(document, "readyState", { configurable: true, value: state });
    insertHead({ tags: TAGS });
    return window;
  }

  function head() {
    return [...document.head.children]
      .slice(1, -1)
      .map((each) => each.getAttribute("src") || each.href || each.dataset.src);
  }

  test("its tags follow it in their order, from its own folder and with its nonce", () => {
    run("complete");
    assert.deepEqual(head(), [
      "/stats.js",
      "https://www.shop.org/shop/runtime.css?v=1",
      "https://www.shop.org/shop/runtime.js?v=1",
      "https://www.shop.org/shop/banner.js?v=2",
      "/own.js",
    ]);
    const scripts = [...document.scripts].slice(1);
    assert.deepEqual(new Set(scripts.map((script) => script.nonce)), new Set(["n0"]));
    assert.deepEqual(new Set(scripts.map((script) => script.async)), new Set([false]));
    assert.equal(scripts[0].outerHTML.includes('type="text/plain" data-category="statistics"'), true);
  });

  test("a script of the site waits for the end of the document", () => {
    const window = run("loading");
    assert.equal(head().length, 4);
    document.dispatchEvent(new window.Event("readystatechange"));
    document.dispatchEvent(new window.Event("readystatechange"));
    assert.deepEqual(head().slice(4), ["/own.js"]);
  });
});
