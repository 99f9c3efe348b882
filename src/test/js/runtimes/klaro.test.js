import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createPage } from "../../../main/js/core/page.js";
import { createKlaro } from "../../../main/js/runtimes/klaro.js";
import { createStore, isRecord, refuses } from "../../../main/js/runtimes/klaro/record.js";
import { services, translation } from "../../../main/js/runtimes/klaro/words.js";
import { charter, texts } from "../charter.js";
import { cookies, openPage } from "../page.js";

describe("klaro", () => {
  const COOKIE = { name: "_id_*", facts: ["Count <visits>", "1 day"] };

  const WORDS = texts({
    alwaysOn: "Always on",
    services: "Services: {n}",
    categories: {
      necessary: {
        name: "Necessary",
        lines: [],
        services: { session: { name: "Session", lines: ["Login"], cookies: [], noCookie: "No cookie" } },
      },
      statistics: {
        name: "Statistics",
        lines: ["Counts"],
        services: { stats: { name: "Stats", lines: ["Counter"], cookies: [COOKIE], noCookie: "No cookie" } },
      },
    },
  });

  const CHARTER = charter({
    seconds: 60,
    look: ["box", "bottom", "auto"],
    shown: [
      { id: "session", category: "necessary", needsConsent: false },
      { id: "stats", category: "statistics", needsConsent: true },
    ],
    texts: { en: WORDS },
  });

  beforeEach(() => openPage());

  function encoded(record) {
    return encodeURIComponent(JSON.stringify(record));
  }

  test("a record is an object of answers", () => {
    assert.equal(isRecord(encoded({ stats: true, maps: false })), true);
    [{}, [true], { stats: "true" }, null, 1].forEach((value) => assert.equal(isRecord(encoded(value)), false));
    assert.throws(() => isRecord("{"));
  });

  test("the store answers for services that need no consent, so that klaro does not ask again", () => {
    const store = createStore(CHARTER);
    assert.equal(store.get(), null);
    store.set(encoded({ stats: false }));
    assert.deepEqual(JSON.parse(decodeURIComponent(store.get())), { stats: false, session: true });
    store.delete();
    assert.deepEqual(cookies(), []);
  });

  test("a service that runs until the visitor objects is on, and a record may say no to it", () => {
    const open = { ...CHARTER, objection: { session: false } };
    const store = createStore(open);
    store.set(encoded({ stats: false }));
    assert.deepEqual(JSON.parse(decodeURIComponent(store.get())), { stats: false, session: true });
    store.set(encoded({ stats: true, session: false }));
    assert.deepEqual(JSON.parse(decodeURIComponent(store.get())), { stats: true, session: false });
    assert.deepEqual(
      ["stats", "session", "constructor"].map((service) => refuses(encoded({ stats: true, session: false }), service)),
      [false, true, false]
    );
    const [session] = services(open, WORDS, "en", () => false);
    assert.deepEqual([session.required, session.default, session.optOut], [false, true, true]);
    const [objected] = services(open, WORDS, "en", () => true);
    assert.equal(objected.default, false);
  });

  test("two records that differ are no choice", () => {
    document.cookie = "choice-r2=1; path=/";
    document.cookie = "choice-r2=1; path=/basket";
    const store = createStore(CHARTER);
    store.dropContradiction();
    assert.equal(cookies().length, 2);
    document.cookie = "choice-r2=2; path=/basket";
    store.dropContradiction();
    assert.deepEqual(cookies(), []);
  });

  test("a service lists its cookies in words, or says that none is known", () => {
    const [session, stats] = services(CHARTER, WORDS, "en", () => false);
    assert.deepEqual([session.required, stats.required], [true, false]);
    assert.match(session.translations.en.description, /Login<\/span> <span[^>]*>No cookie<\/span>$/);
    assert.match(
      stats.translations.en.description,
      /<code translate="no">_id_\*<\/code> – Count &#60;visits&#62; – 1 day/
    );
  });

  test("what goes in as HTML is encoded, and what goes in as text is not", () => {
    const { consentNotice, consentModal, purposes } = translation(WORDS, createPage(CHARTER, null));
    assert.equal(consentNotice.title, "Cookies & more");
    assert.equal(
      consentNotice.description,
      "<span>We ask &#60;first&#62;</span> <span>By A &#38; B.</span>" +
        ' <a href="policy.en.html#cookies">Providers (2)</a> <a href="policy.en.html">Policy</a>'
    );
    assert.match(consentModal.description, /You can &#60;withdraw&#62;\./);
    assert.deepEqual(Object.keys(purposes), ["category-necessary", "category-statistics"]);
  });

  test("before klaro has started nothing is decided or allowed", () => {
    const klaro = createKlaro(CHARTER, createPage(CHARTER, null));
    assert.deepEqual([klaro.isLoaded(), klaro.hasDecided(), klaro.isAllowed("stats")], [false, false, false]);
  });
});
