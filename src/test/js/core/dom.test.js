import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";
import {
  closest,
  freeIds,
  isMatch,
  ownNames,
  queryAll,
  restrictQueries,
  uncoverDocument,
} from "../../../main/js/core/dom.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter } from "../charter.js";
import { find, openPage } from "../page.js";

describe("dom", () => {
  beforeEach(() => {
    mock.restoreAll();
    mock.method(console, "warn", () => {});
  });

  const settled = () => new Promise((resolve) => setTimeout(resolve));

  test("what hides a part of the document loses its name", () => {
    openPage('<img name="cookie"><form name="getElementById"><input name="removeAttribute"></form><object id="body">');
    uncoverDocument();
    assert.equal(typeof document.cookie, "string");
    assert.equal(typeof document.getElementById, "function");
    assert.equal(document.body.tagName, "BODY");
    assert.equal(console.warn.mock.callCount(), 3);
  });

  test("what hides nothing keeps its name", () => {
    openPage(
      '<a name="cookie" id="body"></a><form name="search"></form><img name="logo" id="get"><form name="createX">'
    );
    uncoverDocument();
    const names = [...document.querySelectorAll("[name]")].map((each) => each.getAttribute("name"));
    assert.deepEqual(names, ["cookie", "search", "logo", "createX"]);
    assert.equal(find("a").id, "body");
    assert.equal(console.warn.mock.callCount(), 0);
  });

  test("what comes later, or gets a name later, loses it too", async () => {
    openPage("<p></p><img>");
    uncoverDocument();
    find("p").innerHTML = '<b><img name="cookie"></b>';
    find("body > img").name = "head";
    await settled();
    assert.equal(typeof document.cookie, "string");
    assert.equal(document.head.tagName, "HEAD");
  });

  test("fields of a form hide none of an element's functions", () => {
    openPage('<form class="x"><input name="matches"><input name="closest"><input name="querySelectorAll"></form>');
    const form = find("form");
    assert.deepEqual(
      [isMatch(form, ".x"), closest(form, "body"), queryAll(form, "input").length],
      [true, document.body, 3]
    );
  });

  test("names of the window are its own until they are given back", () => {
    openPage('<p id="exports"></p>');
    window.module = 1;
    assert.equal(window.exports.id, "exports");
    const giveBack = ownNames(["exports", "module", "define"]);
    assert.deepEqual([window.exports, window.module], [undefined, 1]);
    window.define = 2;
    giveBack();
    assert.deepEqual([window.exports.id, window.module, window.define], ["exports", 1, 2]);
  });

  test("an id that a library needs is free", () => {
    openPage('<p id="root"></p><form id="rooted"><input name="removeAttribute"></form><i id="other"></i>');
    freeIds('[id^="root"]');
    assert.deepEqual([find("#root"), find("#rooted"), find("#other").tagName], [null, null, "I"]);
  });

  test("a library finds only what may act", () => {
    openPage('<p class="x"></p><b class="x"></b>');
    const end = restrictQueries((element) => element.tagName === "B");
    assert.deepEqual(
      [...document.querySelectorAll(".x")].map((each) => each.tagName),
      ["B"]
    );
    end();
    assert.equal(document.querySelectorAll(".x").length, 2);
  });

  test("where banner.js has a nonce, an element needs the same one", () => {
    openPage('<script nonce="n1"></script><iframe nonce="n0"></iframe><iframe></iframe>');
    const script = Object.assign(document.createElement("script"), { nonce: "n0" });
    const { hasNonce } = createPage(charter(), script);
    assert.deepEqual([...document.querySelectorAll("[nonce], iframe")].map(hasNonce), [false, true, false]);
    hasNonce(find("script"));
    assert.equal(console.warn.mock.callCount(), 2);
    const everything = createPage(charter(), document.createElement("script"));
    assert.equal(everything.hasNonce(find("script")), true);
  });
});
