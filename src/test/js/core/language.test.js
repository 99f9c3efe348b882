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

  test("the case of a tag makes no difference", () => {
    assert.equal(matchLanguage(LANGUAGES, "PT-br"), "pt-BR");
  });

  test("an unknown language, and none at all, get the default", () => {
    assert.equal(matchLanguage(LANGUAGES, "de"), "en");
    assert.equal(matchLanguage(LANGUAGES, "p"), "en");
    assert.equal(matchLanguage(LANGUAGES, ""), "en");
  });
});
