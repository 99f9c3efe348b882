import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPage } from "../../../main/js/core/page.js";
import { mendPreferences } from "../../../main/js/runtimes/vanilla-cookieconsent/mend.js";
import { completeRecord, isRecord, refuses } from "../../../main/js/runtimes/vanilla-cookieconsent/record.js";
import { translation } from "../../../main/js/runtimes/vanilla-cookieconsent/words.js";
import { charter, texts } from "../charter.js";
import { cookies, find, openPage } from "../page.js";

describe("vanilla-cookieconsent", () => {
  const RECORD = {
    consentId: "1",
    revision: 2,
    categories: ["necessary"],
    services: { necessary: [] },
    consentTimestamp: "2026-11-01T00:00:00.000Z",
    lastConsentTimestamp: "2026-11-01T00:00:00.000Z",
  };

  const CATEGORY = {
    id: "statistics",
    name: "Statistics <b>",
    description: "Counts",
    caption: "Cookies of statistics",
    rows: [
      { cookie: "_id_*", provider: "A & B", purpose: "Count", lifetime: "1 day" },
      { cookie: "none known", unknown: true, provider: "C", purpose: "", lifetime: "" },
    ],
  };

  const WORDS = texts({
    columns: { cookie: "Cookie", provider: "Provider", purpose: "Purpose", lifetime: "Lifetime" },
    categories: [CATEGORY],
  });

  function encoded(record) {
    return encodeURIComponent(JSON.stringify(record));
  }

  test("a record has all its parts", () => {
    assert.equal(isRecord(encoded(RECORD)), true);
    Object.keys(RECORD).forEach((key) => {
      assert.equal(isRecord(encoded({ ...RECORD, [key]: undefined })), false, key);
    });
    assert.equal(isRecord(encoded({ ...RECORD, consentTimestamp: "yesterday" })), false);
    assert.equal(isRecord(encoded({ ...RECORD, services: { necessary: [1] } })), false);
    assert.equal(isRecord("null"), false);
  });

  test("what is no JSON is an error", () => {
    assert.throws(() => isRecord("half"));
    assert.throws(() => isRecord("%"));
  });

  test("texts are encoded, and the runtime's own placeholder is left", () => {
    openPage();
    const { consentModal, preferencesModal } = translation(WORDS, createPage(charter(), null), false, true);
    assert.equal(consentModal.title, "Cookies &#38; more");
    assert.equal(
      consentModal.description,
      "<span>We ask &#60;first&#62;</span> <span>By A &#38; B.</span>" +
        ' <a href="policy.en.html#cookies">Providers (2)</a> {{revisionMessage}}'
    );
    assert.equal(consentModal.closeIconLabel, "");
    assert.equal(consentModal.revisionMessage, "<strong>For &#36;1 new</strong>");
    const [, section, link] = preferencesModal.sections;
    assert.equal(section.title, "Statistics &#60;b&#62;");
    assert.deepEqual(
      section.cookieTable.body.map((row) => row.cookie),
      ['<code translate="no">_id_*</code>', "none known"]
    );
    assert.equal(link.description, '<span>You can &#60;withdraw&#62;.</span><br><a href="policy.en.html">Policy</a>');
  });

  test("where closing refuses, the banner has a cross", () => {
    openPage();
    const { consentModal } = translation(WORDS, createPage(charter(), null), true, true);
    assert.equal(consentModal.closeIconLabel, "Close");
  });

  test("a record says no to a service that it knows, and does not accept", () => {
    const record = { ...RECORD, services: { necessary: [], service_reach: [], service_heat: [] } };
    record.categories = ["necessary", "service_heat"];
    assert.deepEqual(
      ["reach", "heat", "new"].map((service) => refuses(encoded(record), service)),
      [true, false, false]
    );
  });

  test("a service that is new to the record is on, as long as the record lasts", () => {
    openPage();
    const { cookie } = charter();
    const open = charter({ days: 0, objection: { reach: false, heat: false } });
    completeRecord(open);
    assert.deepEqual(cookies(), []);
    document.cookie = `${cookie.name}=${encoded({ ...RECORD, services: { necessary: [], service_heat: [] } })}`;
    completeRecord(open);
    const kept = cookies()[0].slice(cookie.name.length + 1);
    assert.deepEqual(JSON.parse(decodeURIComponent(kept)).categories, ["necessary", "service_reach"]);
    assert.deepEqual(
      ["reach", "heat"].map((service) => refuses(kept, service)),
      [false, true]
    );
  });

  test("where there is nothing to accept, the preferences have one button", () => {
    openPage();
    const { preferencesModal } = translation(WORDS, createPage(charter(), null), false, false);
    assert.deepEqual([preferencesModal.acceptAllBtn, preferencesModal.acceptNecessaryBtn], ["", ""]);
    assert.equal(preferencesModal.savePreferencesBtn, "Save");
  });

  test("a toggle is called as its category, and a cell knows its column", () => {
    openPage(
      '<div><label><input value="statistics"><i class="toggle__label">Statistics &lt;b&gt;</i></label>' +
        "<table><tr><th id='a b'>Cookie</th></tr><tr><td>_id</td></tr></table></div>"
    );
    mendPreferences(find("div"), WORDS);
    assert.equal(find(".toggle__label").textContent, "Statistics <b>");
    assert.equal(find("td").getAttribute("headers"), find("th").id);
    assert.deepEqual([find("th").id, find("td").dataset.column], ["cookie-charter-column-0-0", "Cookie"]);
  });
});
