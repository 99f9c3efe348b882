import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createBanner } from "../../../main/js/core/banner.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter, runtime } from "../charter.js";
import { cookies, find, openPage } from "../page.js";

describe("objections", () => {
  const BODY =
    '<button data-cookie-charter="preferences" hidden></button>' +
    '<script type="text/plain" data-cookie-charter-services="reach" id="reach">count()</script>' +
    '<script type="text/plain" data-cookie-charter-services="stats" id="stats">count()</script>';

  const OPEN = {
    objection: { reach: false },
    entries: [
      { kind: "cookie", name: "reach", service: "reach", path: "/" },
      { kind: "cookie", name: "stats", service: "stats", path: "/" },
    ],
  };

  beforeEach(() => openPage(BODY));

  // Its record lists what the visitor refuses.
  function visitor(more) {
    return runtime([], {
      isRecord: (value) => value.startsWith("no:"),
      refuses: (value, service) => value.slice(3).split("+").includes(service),
      hasDecided: () => false,
      ...more,
    });
  }

  function banner(shown, more) {
    const data = charter({ ...OPEN, ...more });
    return createBanner(data, createPage(data, null), shown);
  }

  function store(names) {
    names.forEach((name) => {
      document.cookie = `${name}=1; path=/`;
    });
  }

  test("a service runs until the visitor objects, and not after that", () => {
    banner(visitor()).started();
    assert.deepEqual([find("#reach").type, find("#stats").type], ["", "text/plain"]);
    openPage(BODY);
    document.cookie = "choice-r2=no:reach; path=/";
    banner(visitor()).started();
    assert.equal(find("#reach").type, "text/plain");
    assert.deepEqual(window.cookieCharter.consent().objected, ["reach"]);
  });

  test("an objection erases what the service has stored, and nothing else before a choice", () => {
    const shown = banner(visitor());
    shown.started();
    store(["reach", "stats"]);
    assert.deepEqual(cookies(), ["reach=1", "stats=1"]);
    openPage(BODY);
    store(["reach", "stats"]);
    document.cookie = "choice-r2=no:reach; path=/";
    banner(visitor()).started();
    assert.deepEqual(cookies(), ["choice-r2=no:reach", "stats=1"]);
  });

  test("an objection in the record of a former revision holds until there is another record", () => {
    document.cookie = "choice-r1=no:reach; path=/";
    const shown = banner(visitor());
    shown.started();
    assert.equal(shown.isObjected("reach"), true);
    document.cookie = "choice-r2=broken; path=/";
    assert.equal(shown.isObjected("reach"), true);
    document.cookie = "choice-r2=no:stats; path=/";
    assert.equal(shown.isObjected("reach"), false);
    assert.equal(shown.isObjected("stats"), false);
  });

  test("an objection is a withdrawal: the page is loaded anew, even before another choice", () => {
    let loads = 0;
    const shown = banner(visitor(), { reload: true });
    shown.started();
    // jsdom takes a record of the host for one of the domain of the same name, which would go.
    document.cookie = "choice-r2=no:reach";
    Object.defineProperty(globalThis, "location", {
      configurable: true,
      value: { hostname: "www.shop.org", pathname: "/", protocol: "https:", reload: () => loads++ },
    });
    shown.choiceMade();
    assert.equal(loads, 1);
  });

  test("the browser's signal objects to advertising alone, and until there is a record", () => {
    Object.defineProperty(navigator, "globalPrivacyControl", { configurable: true, value: true });
    const shown = banner(visitor(), { objection: { reach: false, ads: true } });
    shown.started();
    assert.deepEqual(window.cookieCharter.consent().objected, ["ads"]);
    document.cookie = "choice-r2=no:reach; path=/";
    assert.deepEqual(window.cookieCharter.consent().objected, ["reach"]);
  });

  test("Google's tags hear of an objection, and that it has ended, but nothing before", () => {
    const sent = [];
    const shown = banner(visitor(), { signals: { analytics_storage: [["reach"]], ad_storage: [["stats"]] } });
    window.gtag = (...command) => sent.push(command[2]);
    shown.started();
    assert.deepEqual(sent, []);
    document.cookie = "choice-r2=no:reach";
    shown.choiceMade();
    document.cookie = "choice-r2=no:";
    shown.choiceMade();
    assert.deepEqual(sent, [
      { analytics_storage: "denied", ad_storage: "denied" },
      { analytics_storage: "granted", ad_storage: "denied" },
    ]);
  });

  test("where nothing needs consent the banner stays closed, and its preferences open instead", () => {
    const shown = visitor();
    const all = banner(shown, { services: {} });
    all.started();
    assert.equal(all.staysClosed(), true);
    window.cookieCharter.show();
    assert.deepEqual(shown.calls, ["showPreferences"]);
    assert.equal(find("button").hidden, false);
  });
});
