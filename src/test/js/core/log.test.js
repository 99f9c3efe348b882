import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { startLog } from "../../../main/js/core/log.js";
import { charter } from "../charter.js";
import { openPage } from "../page.js";

describe("log", () => {
  const LOG = {
    path: "/privacy-choice",
    key: "choice_log",
    seconds: 1000,
    runtime: "klaro",
    preferences: "#preferences",
  };
  let sent;
  let status;
  let tell;

  beforeEach(() => {
    openPage('<div id="preferences"><button></button></div>');
    status = 204;
    sent = [];
  });

  function visit(more = {}) {
    globalThis.fetch = (path, options) => {
      sent.push({ path, ...options, body: JSON.parse(options.body) });
      return status ? Promise.resolve({ status }) : Promise.reject(new TypeError());
    };
    window.cookieCharter = { language: () => "en", on: (_event, listener) => (tell = listener) };
    startLog(charter({ log: LOG, ...more }));
  }

  function choose(granted, more = {}) {
    tell({ decided: true, granted, objected: [], when: null, id: null, ...more });
  }

  function answer() {
    return new Promise((resolve) => setTimeout(resolve));
  }

  test("a choice is reported once, without cookies, and in a form that the schema knows", async () => {
    visit();
    choose(["stats"]);
    await answer();
    choose(["stats"]);
    assert.equal(sent.length, 1);
    const { path, method, keepalive, credentials, headers, body } = sent[0];
    assert.deepEqual([path, method, keepalive, credentials], ["/privacy-choice", "POST", true, "omit"]);
    assert.deepEqual(headers, { "Content-Type": "application/json" });
    const { id, "chosen-at": chosenAt, ...rest } = body;
    assert.match(id, /^[0-9a-f]{32}$/);
    assert.match(chosenAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z$/);
    assert.deepEqual(rest, {
      version: 1,
      action: "selection",
      layer: "banner",
      granted: ["stats"],
      refused: ["maps"],
      revision: 2,
      charter: "",
      language: "en",
      runtime: "klaro",
    });
  });

  test("each action has its name, and all reports of a visitor the same id", async () => {
    visit({ objection: { reach: false } });
    choose([]);
    choose(["stats", "maps"]);
    document.querySelector("button").click();
    choose(["stats"]);
    choose(["stats"], { objected: ["reach"] });
    for (let i = 0; i < 4; i++) {
      await answer();
    }
    assert.deepEqual(
      sent.map(({ body }) => body.action),
      ["reject-all", "accept-all", "withdrawal", "objection"]
    );
    assert.deepEqual(sent[0].body.granted, ["reach"]);
    assert.deepEqual(sent[3].body.refused, ["maps", "reach"]);
    assert.equal(sent[2].body.layer, "preferences");
    assert.equal(new Set(sent.map(({ body }) => body.id)).size, 1);
  });

  test("what the site did not take is sent again on the next page, and only then", async () => {
    status = 503;
    visit();
    choose(["stats"]);
    await answer();
    status = 0;
    visit();
    await answer();
    status = 204;
    visit();
    await answer();
    visit();
    assert.equal(sent.length, 3);
    assert.deepEqual(sent[0].body, sent[2].body);
  });

  test("a report that the site refuses is not sent again", async () => {
    status = 400;
    visit();
    choose(["stats"]);
    await answer();
    visit();
    assert.equal(sent.length, 1);
  });

  test("a choice from before the log is not reported, and the next one is", () => {
    document.cookie = "choice-r2=1";
    visit();
    choose(["stats"]);
    assert.equal(sent.length, 0);
    choose([]);
    assert.equal(sent[0].body.action, "withdrawal");
  });

  test("the browser's signal is reported once", async () => {
    window.navigator.globalPrivacyControl = true;
    visit({ objection: { reach: true, own: false } });
    await answer();
    visit({ objection: { reach: true, own: false } });
    assert.equal(sent.length, 1);
    const { action, layer, granted, refused } = sent[0].body;
    assert.deepEqual([action, layer, granted, refused], ["signal", "signal", ["own"], ["stats", "maps", "reach"]]);
  });

  test("a browser that forbids storage still reports", () => {
    Object.defineProperty(globalThis, "localStorage", {
      configurable: true,
      get() {
        throw new Error("forbidden");
      },
    });
    visit();
    choose(["maps"]);
    assert.deepEqual(sent[0].body.granted, ["maps"]);
  });
});
