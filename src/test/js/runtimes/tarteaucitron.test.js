import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { table } from "../../../main/js/runtimes/tarteaucitron/elements.js";
import { parameters, words } from "../../../main/js/runtimes/tarteaucitron/parameters.js";
import { answersIn, createAnswers } from "../../../main/js/runtimes/tarteaucitron/record.js";
import { charter, texts } from "../charter.js";
import { cookies, openPage } from "../page.js";

describe("tarteaucitron", () => {
  const CHARTER = charter({ seconds: 0, orientation: "bottom", aroundKey: "_", types: {} });

  beforeEach(() => openPage());

  test("a record is taken apart, or is none as a whole", () => {
    assert.deepEqual(answersIn("!_stats_=true!_shop-maps_=false"), { _stats_: true, "_shop-maps_": false });
    ["", "!", "_stats_=true", "!_stats_=wait", "!_stats_=true!", "!stats=true", "!_stats_=true!_stats_=false"].forEach(
      (value) => assert.equal(answersIn(value), null, value)
    );
  });

  test("an answer is kept beside the others, and only for services that wait", () => {
    const answers = createAnswers(CHARTER);
    answers.keep("_stats_", true, []);
    answers.keep("_gone_", true, []);
    assert.deepEqual(cookies(), ["choice-r2=!_stats_=true"]);
    assert.deepEqual([answers.allow("stats"), answers.allow("maps"), answers.areComplete()], [true, false, false]);
    answers.keep("_maps_", false, []);
    assert.equal(
      answers.record(() => false),
      "!_stats_=true!_maps_=false"
    );
    assert.deepEqual([answers.allow("maps"), answers.areComplete()], [false, true]);
  });

  test("a service that runs until the visitor objects has an answer for the runtime, and none in the record", () => {
    const answers = createAnswers({ ...CHARTER, objection: { reach: false, heat: false } });
    assert.equal(
      answers.record((service) => service === "heat"),
      "!_reach_=true!_heat_=false"
    );
    answers.keep("_stats_", true, ["heat"]);
    assert.deepEqual(cookies(), ["choice-r2=!_stats_=true!_heat_=false"]);
    assert.equal(answers.areComplete(), false);
    assert.deepEqual(
      ["stats", "reach", "heat"].map((service) => answers.refuses("!_stats_=true!_heat_=false", service)),
      [false, false, true]
    );
  });

  test("where nothing needs consent, a record is an answer", () => {
    const answers = createAnswers({ ...CHARTER, services: {}, objection: { reach: false } });
    assert.equal(answers.areComplete(), false);
    answers.keep("_reach_", false, []);
    assert.equal(answers.areComplete(), true);
  });

  test("two records that differ are no answer", () => {
    document.cookie = "choice-r2=!_stats_=true!_maps_=true; path=/";
    document.cookie = "choice-r2=!_stats_=true!_maps_=false; path=/basket";
    const answers = createAnswers(CHARTER);
    assert.deepEqual([answers.allow("stats"), answers.areComplete(), answers.record(() => false)], [false, false, ""]);
  });

  test("the runtime gets no word of its own", () => {
    const all = words(texts({ accept: "Allow & keep", reject: "Deny" }));
    assert.deepEqual([all.allow, all.acceptAll, all.allowAll], ["Allow &#38; keep", "Accept all", "Accept all"]);
    assert.deepEqual([all.adblock, all.ads], ["", { title: "", details: "" }]);
  });

  test("the runtime fetches nothing, and stays closed while the browser's signal counts", () => {
    const { useExternalJs, useExternalCss, serviceDefaultState } = parameters(CHARTER, "middle", true);
    assert.deepEqual([useExternalJs, useExternalCss, serviceDefaultState], [true, true, "signal"]);
    assert.equal(parameters(CHARTER, "middle", false).serviceDefaultState, "wait");
  });

  test("a table names its columns, and only a real cookie is code", () => {
    const columns = { cookie: "Cookie", service: "Service", purpose: "Purpose", lifetime: "Lifetime" };
    const rows = [
      { cookie: "_id", service: "Stats", purpose: "Count", lifetime: "1 day" },
      { cookie: "none known", unknown: true, service: "Maps", purpose: "", lifetime: "" },
    ];
    const all = table({ caption: "All <of> them", rows }, columns);
    assert.equal(all.caption.textContent, "All <of> them");
    assert.deepEqual(
      [...all.querySelectorAll("code")].map((code) => code.textContent),
      ["_id"]
    );
    assert.deepEqual(
      [...all.rows[1].cells].map((cell) => cell.dataset.column),
      Object.values(columns)
    );
    assert.deepEqual([all.rows[1].cells[0].scope, all.rows[0].cells[0].scope], ["row", "col"]);
  });
});
