import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createBanner, run } from "../../../main/js/core/banner.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter, runtime } from "../charter.js";
import { cookies, find, openPage } from "../page.js";

describe("banner", () => {
  const BODY =
    '<button data-cookie-charter="preferences" hidden><i>cookies</i></button>' +
    '<script type="text/plain" data-cookie-charter-services="stats" id="stats">count()</script>' +
    '<script type="text/plain" data-cookie-charter-services="session" id="session">login()</script>';

  beforeEach(() => openPage(BODY));

  function banner(visitor, more) {
    const data = charter(more);
    return createBanner(data, createPage(data, null), visitor);
  }

  test("before a choice only what needs no consent runs, and nothing is erased", () => {
    document.cookie = "_id_7=1";
    banner(runtime([], { hasDecided: () => false })).started();
    assert.deepEqual([find("#session").type, find("#stats").type], ["", "text/plain"]);
    assert.deepEqual(cookies(), ["_id_7=1"]);
  });

  test("a choice of before is at work from the start", () => {
    document.cookie = "_id_7=1";
    banner(runtime()).started();
    assert.deepEqual(cookies(), []);
    openPage(BODY);
    banner(runtime(["stats"])).started();
    assert.equal(find("#stats").type, "");
  });

  test("what reopens the preferences is shown, and does", () => {
    const visitor = runtime();
    banner(visitor).started();
    assert.equal(find("button").hidden, false);
    find("i").click();
    assert.deepEqual(visitor.calls, ["showPreferences"]);
  });

  test("a choice lets go what it allows, and erases what it refuses", () => {
    const visitor = runtime([], { hasDecided: () => false });
    const shown = banner(visitor);
    shown.started();
    document.cookie = "_id_7=1";
    document.cookie = "choice-r1=1";
    localStorage.setItem("map-zoom", "3");
    visitor.allowed = ["stats"];
    shown.choiceMade();
    assert.equal(find("#stats").type, "");
    assert.deepEqual(cookies(), ["_id_7=1"]);
    assert.equal(localStorage.getItem("map-zoom"), null);
  });

  test("the page is loaded anew where a service was withdrawn, and the site wants it", () => {
    let loads = 0;
    function choose(reload, before, after) {
      const visitor = runtime(before);
      const shown = banner(visitor, { reload });
      shown.started();
      Object.defineProperty(globalThis, "location", {
        configurable: true,
        value: { hostname: "www.shop.org", pathname: "/", protocol: "https:", reload: () => loads++ },
      });
      visitor.allowed = after;
      shown.choiceMade();
      return loads;
    }
    assert.equal(choose(false, ["stats"], []), 0);
    assert.equal(choose(true, [], ["stats"]), 0);
    assert.equal(choose(true, ["stats", "maps"], ["maps"]), 1);
  });

  test("what the page adds later is held back and let go by the same choice", async () => {
    openPage();
    globalThis.MutationObserver = window.MutationObserver;
    banner(runtime(["maps"])).started();
    document.body.innerHTML =
      '<iframe data-cookie-charter-src="https://maps.org/embed"></iframe>' + BODY.replace("stats", "maps stats");
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(find("iframe").src, "https://maps.org/embed");
    assert.equal(find("#stats").type, "");
  });

  test("frames get their placeholders though the library never starts", () => {
    openPage('<iframe data-cookie-charter-src="https://maps.org/embed"></iframe>');
    banner(runtime());
    assert.equal(find(".cookie-charter-frame"), null);
    window.dispatchEvent(new window.Event("load"));
    assert.notEqual(find(".cookie-charter-frame"), null);
  });

  test("what needs no consent runs though the library never starts", () => {
    openPage(BODY.replace('services="stats"', 'services="reach"'));
    banner(runtime(), { objection: { reach: false } });
    window.dispatchEvent(new window.Event("load"));
    assert.deepEqual([find("#stats").type, find("#session").type], ["", ""]);
  });

  test("the runtime is prepared at once, and started when the page is complete", () => {
    const visitor = runtime();
    run(charter(), () => visitor);
    assert.deepEqual(visitor.calls, document.readyState === "loading" ? ["prepare"] : ["prepare", "start"]);
    document.dispatchEvent(new window.Event("DOMContentLoaded"));
    assert.deepEqual(visitor.calls, ["prepare", "start"]);
  });
});
