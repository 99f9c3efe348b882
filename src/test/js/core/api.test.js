import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";
import { createBanner } from "../../../main/js/core/banner.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter, runtime } from "../charter.js";
import { find, openPage } from "../page.js";

describe("api", () => {
  beforeEach(() => openPage('<img name="cookieCharter" id="cookieCharter">'));

  function banner(visitor, more) {
    const data = charter(more);
    return createBanner(data, createPage(data, null), visitor);
  }

  test("before the library has started nothing is decided, and what is asked for waits", () => {
    const visitor = runtime(["stats"]);
    const shown = banner(visitor);
    window.cookieCharter.preferences();
    assert.deepEqual(window.cookieCharter.consent(), {
      decided: false,
      granted: [],
      objected: [],
      when: null,
      id: null,
    });
    assert.deepEqual(visitor.calls, []);
    shown.started();
    window.cookieCharter.show();
    assert.deepEqual(visitor.calls, ["showPreferences", "show"]);
  });

  test("a choice is told once, with what the record knows of it", () => {
    const when = new Date(0);
    const visitor = runtime([], { hasDecided: () => visitor.allowed.length > 0, proof: () => ({ when, id: "x" }) });
    const shown = banner(visitor);
    const told = [];
    const stop = window.cookieCharter.on("change", (consent) => told.push(consent));
    shown.started();
    assert.deepEqual(told, []);
    visitor.allowed = ["stats"];
    shown.choiceMade();
    shown.choiceMade();
    assert.deepEqual(told, [{ decided: true, granted: ["stats"], objected: [], when, id: "x" }]);
    stop();
    visitor.allowed = ["stats", "maps"];
    shown.choiceMade();
    assert.equal(told.length, 1);
  });

  test("a listener that comes late hears of the choice at once, and one that fails stops nothing", () => {
    mock.method(globalThis, "setTimeout", () => {});
    const shown = banner(runtime(["stats"]));
    shown.started();
    window.cookieCharter.on("change", () => {
      throw new Error("own mistake");
    });
    const told = [];
    window.cookieCharter.on("change", (consent) => told.push(consent.granted));
    assert.deepEqual(told, [["stats"]]);
    assert.throws(() => window.cookieCharter.on("choice", () => {}), /'choice'/);
    mock.restoreAll();
  });

  test("another language starts the library again, and the same does not", () => {
    const visitor = runtime();
    const shown = banner(visitor);
    shown.started();
    assert.equal(window.cookieCharter.language("en-GB"), "en");
    assert.deepEqual(visitor.calls, []);
    assert.equal(window.cookieCharter.language("pt"), "pt-BR");
    assert.deepEqual(visitor.calls, ["stop", "start"]);
    shown.started();
    assert.equal(window.cookieCharter.language(""), "en");
  });

  test("a choice made elsewhere is read before anything starts", () => {
    document.cookie = "choice-r2=1; path=/";
    const visitor = runtime(["stats"]);
    const shown = banner(visitor);
    shown.started();
    document.cookie = "choice-r2=2; path=/";
    assert.deepEqual(window.cookieCharter.consent().granted, []);
    window.dispatchEvent(new window.Event("pageshow"));
    assert.deepEqual(visitor.calls, ["stop", "start"]);
    shown.started();
    assert.deepEqual(window.cookieCharter.consent().granted, ["stats"]);
  });

  test("a record of before, which a choice removes, is no choice made elsewhere", () => {
    document.cookie = "choice-r2=old; path=/; domain=shop.org";
    const visitor = runtime(["stats"]);
    const shown = banner(visitor);
    shown.started();
    document.cookie = "choice-r2=new; path=/";
    shown.choiceMade();
    assert.deepEqual(visitor.calls, []);
    assert.deepEqual(window.cookieCharter.consent().granted, ["stats"]);
  });

  test("a page without a language is named, where there are several", () => {
    const warn = mock.method(console, "warn", () => {});
    document.documentElement.removeAttribute("lang");
    banner(runtime()).started();
    banner(runtime(), { languages: ["en"] }).started();
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0].arguments[0], /no attribute lang.*'en'/);
    mock.restoreAll();
  });

  test("images, style sheets and objects wait, by service or by address", () => {
    const warn = mock.method(console, "warn", () => {});
    openPage(
      '<img id="pixel" data-cookie-charter-src="//stats.org/pixel.gif">' +
        '<link id="style" data-cookie-charter-src="/fonts.css" data-cookie-charter-services="stats maps">' +
        '<object id="map" data-cookie-charter-src="https://maps.org/embed"></object>' +
        '<img id="other" data-cookie-charter-src="https://other.org/x.gif">'
    );
    const visitor = runtime(["stats"]);
    const shown = banner(visitor);
    shown.started();
    assert.equal(find("#pixel").getAttribute("src"), "https://stats.org/pixel.gif");
    assert.equal(find("#style").getAttribute("href"), "https://www.shop.org/fonts.css");
    assert.deepEqual([find("#map").hasAttribute("data"), find("#other").hasAttribute("src")], [false, false]);
    visitor.allowed = ["maps"];
    shown.choiceMade();
    assert.equal(find("#pixel").hasAttribute("src"), false);
    assert.equal(find("#map").getAttribute("data"), "https://maps.org/embed");
    assert.equal(warn.mock.callCount(), 1);
    mock.restoreAll();
  });
});
