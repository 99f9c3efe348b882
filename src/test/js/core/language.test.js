import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { matchLanguage } from "../../../main/js/core/language.js";

describe("language", () => {
  const LANGUAGES = ["en", "fr", "pt-BR", "zh-Hant"];

  test("a variant finds its language", () => {
    assert.equal(matchLanguage(LANGUAGES, "fr-CA"), "fr");
    assert.equal(matchLanguage(LANGUAGES, "zh-Hant-TW"), "zh-Hant");
  });

  test("a language finds its only variant", () => {
    assert.equal(matchLanguage(LANGUAGES, "pt"), "pt-BR");
  });

  test("a region without a text of its own finds its sister before the default", () => {
    assert.equal(matchLanguage(["en", "pt-PT"], "pt-AO"), "pt-PT");
    assert.equal(matchLanguage(["en", "zh-Hans"], "zh-TW"), "zh-Hans");
    assert.equal(matchLanguage(["en", "nb"], "nn"), "nb");
  });

  test("tags that differ and say the same", () => {
    assert.equal(matchLanguage(["en", "fr-CA", "fr"], "fr_FR"), "fr");
    assert.equal(matchLanguage(["en", "fr"], "fr_FR.UTF-8"), "fr");
    assert.equal(matchLanguage(["en", "fr"], " fr "), "fr");
    const chinese = ["en", "zh-Hans", "zh-Hant"];
    const found = ["zh-TW", "zh-HK", "zh_TW_#Hant", "zh-Hant-TW", "zh-CN", "zh-SG", "zh-Hans-CN", "zh"].map((tag) =>
      matchLanguage(chinese, tag)
    );
    assert.deepEqual(found, ["zh-Hant", "zh-Hant", "zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans", "zh-Hans", "zh-Hans"]);
    assert.equal(matchLanguage(["en", "zh-TW"], "zh-Hant"), "zh-TW");
    const norwegian = ["en", "nn", "nb"];
    assert.deepEqual(
      ["no", "nb", "nb-NO", "no_NO", "nn-NO"].map((tag) => matchLanguage(norwegian, tag)),
      ["nb", "nb", "nb", "nb", "nn"]
    );
    assert.equal(matchLanguage(["en", "no"], "nb"), "no");
    assert.equal(matchLanguage(["en", "nb"], "nog"), "en");
  });

  test("the case of a tag makes no difference", () => {
    assert.equal(matchLanguage(LANGUAGES, "PT-br"), "pt-BR");
  });

  test("an unknown language, and none at all, get the default", () => {
    assert.equal(matchLanguage(LANGUAGES, "de"), "en");
    assert.equal(matchLanguage(LANGUAGES, "p"), "en");
    assert.equal(matchLanguage(LANGUAGES, ""), "en");
  });
});
