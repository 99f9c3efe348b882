import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
  cookieDomains,
  cookieNames,
  cookiePaths,
  cookieValues,
  expireEverywhere,
  writeCookie,
} from "../../../main/js/core/cookies.js";
import { cookies, openPage } from "../page.js";

describe("cookies", () => {
  beforeEach(() => openPage());

  test("the domains of a host are itself and its parents", () => {
    assert.deepEqual(cookieDomains("www.shop.org"), ["www.shop.org", "shop.org", "org"]);
  });

  test("an address and a name without a dot have no domain", () => {
    assert.deepEqual(cookieDomains("127.0.0.1"), []);
    assert.deepEqual(cookieDomains("localhost"), []);
  });

  test("the paths of an address are those above it, with and without a slash", () => {
    assert.deepEqual(cookiePaths("/basket/items"), ["/", "/basket", "/basket/", "/basket/items", "/basket/items/"]);
  });

  test("a name is not found inside another one", () => {
    document.cookie = "a=1";
    document.cookie = "aa=2";
    assert.deepEqual(cookieNames(), ["a", "aa"]);
    assert.deepEqual(cookieValues("a"), ["1"]);
  });

  test("a value keeps its equals signs", () => {
    document.cookie = "a=b=c==";
    assert.deepEqual(cookieValues("a"), ["b=c=="]);
  });

  test("a record is written for the host, or for the domain, and ends when it should", () => {
    const dom = openPage();
    writeCookie("host", "1", { path: "/", domain: "", seconds: 0 });
    writeCookie("domain", "2", { path: "/", domain: "shop.org", seconds: 60 });
    const [host, domain] = dom.cookieJar.getCookiesSync("https://www.shop.org/");
    assert.deepEqual(
      [host.key, host.hostOnly, host.secure, host.sameSite, host.maxAge],
      ["host", true, true, "lax", null]
    );
    assert.deepEqual([domain.key, domain.hostOnly, domain.domain, domain.maxAge], ["domain", false, "shop.org", 60]);
  });

  test("a cookie is expired on each domain and path that reaches the page", () => {
    document.cookie = "_id=1; path=/";
    document.cookie = "_id=2; path=/basket; domain=shop.org";
    document.cookie = "_id=3; path=/basket/items; domain=www.shop.org";
    document.cookie = "other=4";
    expireEverywhere("_id", "/");
    assert.deepEqual(cookies(), ["other=4"]);
  });
});
