import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createConsentMode, signalsFor } from "../../../main/js/core/consent-mode.js";
import { createGpc } from "../../../main/js/core/gpc.js";
import { charter, runtime } from "../charter.js";
import { find, openPage } from "../page.js";

describe("signals", () => {
  beforeEach(() =>
    openPage('<p data-cookie-charter="gpc" hidden>refused</p><div data-cookie-charter="no-gpc">would refuse</div>')
  );

  function sendSignal() {
    Object.defineProperty(navigator, "globalPrivacyControl", { configurable: true, value: true });
  }

  test("a signal is granted by all services of one of its categories", () => {
    const signals = { both: [["stats", "maps"]], either: [["stats"], ["maps"]], none: [["stats"]] };
    assert.deepEqual(
      signalsFor(signals, (service) => service === "maps"),
      { both: "denied", either: "granted", none: "denied" }
    );
  });

  test("Google's tags hear of a choice once, and again when it changes", () => {
    const sent = [];
    window.gtag = (...command) => sent.push(command);
    const visitor = runtime(["stats"]);
    const { update } = createConsentMode(charter(), visitor);
    update();
    update();
    visitor.allowed = [];
    update();
    assert.deepEqual(sent, [
      ["consent", "update", { analytics_storage: "granted", ad_storage: "denied" }],
      ["consent", "update", { analytics_storage: "denied", ad_storage: "denied" }],
    ]);
  });

  test("before a choice nothing is said, and without Google's tags nobody is told", () => {
    const sent = [];
    createConsentMode(charter(), runtime(["stats"])).update();
    window.gtag = (...command) => sent.push(command);
    createConsentMode(charter(), runtime([], { hasDecided: () => false })).update();
    createConsentMode(charter({ signals: {} }), runtime(["stats"])).update();
    assert.deepEqual(sent, []);
  });

  test("the browser's signal refuses until the visitor has decided", () => {
    sendSignal();
    const undecided = createGpc(charter(), runtime([], { hasDecided: () => false }));
    assert.equal(undecided.refusesBySignal(), true);
    assert.equal(createGpc(charter(), runtime()).refusesBySignal(), false);
    undecided.showSignal(document);
    assert.equal(find("p").hidden, false);
    assert.equal(find("div").hidden, true);
    createGpc(charter(), runtime()).showSignal(document);
    assert.deepEqual([find("p").hidden, find("p").style.display], [true, "none"]);
    assert.deepEqual([find("div").hidden, find("div").style.display], [false, ""]);
  });

  test("a site may ignore the signal, and a browser may not send it", () => {
    const undecided = runtime([], { hasDecided: () => false });
    assert.equal(createGpc(charter(), undecided).refusesBySignal(), false);
    sendSignal();
    assert.equal(createGpc(charter({ gpc: false }), undecided).refusesBySignal(), false);
  });
});
