import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createStored } from "../../../main/js/core/stored.js";
import { charter, runtime } from "../charter.js";
import { cookies, openPage } from "../page.js";

describe("stored", () => {
  beforeEach(() => openPage());

  function eraseRefused(allowed, more) {
    createStored(charter(more), runtime(allowed)).eraseRefused();
  }

  test("what a pattern covers goes with its service, but not the name that stands before it", () => {
    document.cookie = "_id_7=1; domain=shop.org; path=/";
    document.cookie = "_id_keep=1";
    document.cookie = "other=1";
    eraseRefused([]);
    assert.deepEqual(cookies(), ["_id_keep=1", "other=1"]);
  });

  test("what the visitor allows stays", () => {
    document.cookie = "_id_7=1";
    localStorage.setItem("map-zoom", "3");
    sessionStorage.setItem("visit", "1");
    eraseRefused(["stats"]);
    assert.deepEqual(cookies(), ["_id_7=1"]);
    assert.equal(localStorage.getItem("map-zoom"), null);
    assert.equal(sessionStorage.getItem("visit"), "1");
  });

  test("the record of the choice stays, whatever pattern covers its name", () => {
    document.cookie = "choice-r2=no";
    document.cookie = "choice-more=1";
    eraseRefused([], { entries: [{ kind: "cookie", pattern: "choice*", service: "stats", path: "/" }] });
    assert.deepEqual(cookies(), ["choice-r2=no"]);
  });

  test("a cookie that a refused and an allowed service share stays where the allowed one has it", () => {
    document.cookie = "shared=1; path=/";
    document.cookie = "shared=2; path=/; domain=shop.org";
    const entries = [
      { kind: "cookie", name: "shared", service: "stats", path: "/", domain: "shop.org" },
      { kind: "cookie", name: "shared", service: "maps", path: "/" },
    ];
    eraseRefused(["maps"], { entries });
    assert.deepEqual(cookies(), ["shared=1"]);
  });

  test("storage that two services share goes when both are refused", () => {
    const entries = ["stats", "maps"].map((service) => ({ kind: "local-storage", name: "shared", service }));
    localStorage.setItem("shared", "1");
    eraseRefused(["maps"], { entries });
    assert.equal(localStorage.getItem("shared"), "1");
    eraseRefused([], { entries });
    assert.equal(localStorage.getItem("shared"), null);
  });

  test("a known cookie of another path is expired unseen", () => {
    const dom = openPage();
    document.cookie = "far=1; path=/account";
    eraseRefused([], { entries: [{ kind: "cookie", name: "far", service: "stats", path: "/account" }] });
    assert.deepEqual(dom.cookieJar.getCookiesSync("https://www.shop.org/account"), []);
  });

  test("databases are erased by the same names", async () => {
    const deleted = [];
    const databases = ["_stats", "kept", ""].map((name) => ({ name }));
    globalThis.indexedDB = {
      databases: () => Promise.resolve(databases),
      deleteDatabase: (name) => deleted.push(name),
    };
    window.indexedDB = globalThis.indexedDB;
    eraseRefused([], { entries: [{ kind: "indexed-db", pattern: "_*", service: "stats" }] });
    await Promise.resolve();
    assert.deepEqual(deleted, ["_stats"]);
  });

  test("a browser that forbids one storage still erases the others", () => {
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      get: () => {
        throw new Error("forbidden");
      },
    });
    sessionStorage.setItem("visit", "1");
    eraseRefused([]);
    assert.equal(sessionStorage.getItem("visit"), null);
  });
});
