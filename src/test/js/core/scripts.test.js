import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";
import { createPage } from "../../../main/js/core/page.js";
import { createScripts } from "../../../main/js/core/scripts.js";
import { charter } from "../charter.js";
import { find, openPage } from "../page.js";

describe("scripts", () => {
  const KNOWN = ["stats", "maps"];

  function held(services, attributes, text = "") {
    return `<script type="text/plain" data-cookie-charter-services="${services}" ${attributes}>${text}</script>`;
  }

  function scripts(allowed) {
    return createScripts(
      (service) => KNOWN.includes(service),
      (service) => allowed.includes(service),
      createPage(charter(), null)
    );
  }

  beforeEach(() => mock.restoreAll());

  test("one of the services is enough", () => {
    openPage(held("stats maps", 'id="a" data-src="/a.js" class="x"'));
    scripts(["maps"]).run();
    const script = find("#a");
    assert.deepEqual([script.type, script.src, script.className], ["", "https://www.shop.org/a.js", "x"]);
    assert.equal(script.async, false);
    assert.equal(script.hasAttribute("data-cookie-charter-services"), false);
  });

  test("what is refused stays held back", () => {
    openPage(held("stats", 'id="a" data-src="/a.js"'));
    scripts([]).run();
    assert.equal(find("#a").type, "text/plain");
  });

  test("a script can be a module, load when it likes, and keeps its nonce", () => {
    openPage(held("stats", 'id="a" src="/a.js" data-type="module" async nonce="n0"'));
    scripts(["stats"]).run();
    const script = find("#a");
    assert.deepEqual([script.type, script.async, script.nonce], ["module", true, "n0"]);
  });

  test("a script without an address waits for those before it, and runs though one of them is missing", () => {
    openPage(
      held("stats", 'id="a" data-src="/a.js"') + held("stats", 'id="b"', "after()") + held("stats", 'id="c"', "last()")
    );
    scripts(["stats"]).run();
    assert.deepEqual([find("#b").type, find("#c").type], ["text/plain", "text/plain"]);
    find("#a").onerror();
    assert.deepEqual([find("#b").type, find("#b").textContent, find("#c").type], ["", "after()", ""]);
  });

  test("a script that waits for its turn does not run when its service is refused meanwhile", () => {
    openPage(held("stats", 'id="a" data-src="/a.js"') + held("maps", 'id="b"', "after()"));
    const allowed = ["stats", "maps"];
    scripts(allowed).run();
    allowed.pop();
    find("#a").onload();
    assert.equal(find("#b").type, "text/plain");
  });

  test("a name that the charter does not have is told once", () => {
    openPage(held("stat", "") + held("stats", ""));
    const warn = mock.method(console, "warn", () => {});
    const all = scripts([]);
    all.run();
    all.run();
    assert.equal(warn.mock.callCount(), 1);
    assert.match(warn.mock.calls[0].arguments[0], /names no service of the charter/);
  });

  test("the held script stays where it is, and runs once", () => {
    openPage(held("stats", 'id="a" data-src="/a.js" data-turbo-track="reload"'));
    const script = find("#a");
    const all = scripts(["stats"]);
    all.run();
    all.run();
    const fresh = script.previousElementSibling;
    assert.equal(document.querySelectorAll("script").length, 2);
    assert.equal(fresh.hasAttribute("data-turbo-track"), false);
    document.dispatchEvent(new window.Event("htmx:beforeHistorySave"));
    assert.deepEqual([fresh.isConnected, script.isConnected], [false, true]);
  });

  test("a copy out of a framework's cache runs again, and takes the place of what ran", () => {
    openPage(held("stats", 'id="a"', "count()"));
    const all = scripts(["stats"]);
    all.run();
    document.body.replaceWith(document.body.cloneNode(true));
    all.run();
    assert.deepEqual(
      Array.from(document.querySelectorAll("script"), (script) => script.type),
      ["", "text/plain"]
    );
  });

  test("a script that the page takes away before its turn does not run", () => {
    openPage(held("stats", 'id="a" data-src="/a.js"') + held("stats", 'id="b"', "after()"));
    scripts(["stats"]).run();
    const second = find("#b");
    second.remove();
    find("#a").onload();
    assert.equal(document.querySelectorAll("script").length, 2);
  });

  test("a library's own form and the charter's keep the order of the document", () => {
    openPage(
      '<script type="text/plain" data-category="x" data-src="/a.js" id="a"></script>' +
        held("stats", 'id="b"', "after()") +
        '<script type="text/plain" data-category="y" id="c"></script>'
    );
    const warn = mock.method(console, "warn", () => {});
    const isX = (script) => script.getAttribute("data-category") === "x";
    const own = { selector: 'script[type="text/plain"][data-category]', what: "category", isKnown: isX, mayRun: isX };
    createScripts(
      () => true,
      () => true,
      createPage(charter(), null),
      own
    ).run();
    assert.deepEqual([find("#a").type, find("#b").type, find("#c").type], ["", "text/plain", "text/plain"]);
    find("#a").onload();
    assert.equal(find("#b").type, "");
    assert.match(warn.mock.calls[0].arguments[0], /names no category/);
  });
});
