import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createRecord, formerRecords } from "../../../main/js/core/record.js";
import { charter, runtime } from "../charter.js";
import { cookies, openPage } from "../page.js";

describe("record", () => {
  beforeEach(() => openPage());

  function record(isRecord, more) {
    return createRecord(charter(more), runtime([], { isRecord }));
  }

  test("a whole record stays", () => {
    document.cookie = "choice-r2=whole";
    record((value) => value === "whole").dropBroken();
    assert.deepEqual(cookies(), ["choice-r2=whole"]);
  });

  test("a record that is none, or cannot even be read, goes from every domain", () => {
    document.cookie = "choice-r2=half; domain=shop.org; path=/";
    record(() => false).dropBroken();
    assert.deepEqual(cookies(), []);
    document.cookie = "choice-r2=%";
    record((value) => decodeURIComponent(value) !== "").dropBroken();
    assert.deepEqual(cookies(), []);
  });

  test("records of former revisions go after a choice, and what only looks like one stays", () => {
    ["choice=1", "choice-r1=1", "choice-r2=1", "choice-rx=1", "my-choice=1"].forEach((cookie) => {
      document.cookie = cookie;
    });
    assert.deepEqual(formerRecords(charter()), ["choice", "choice-r1"]);
    record(() => true).dropOthers();
    assert.deepEqual(cookies(), ["choice-r2=1", "choice-rx=1", "my-choice=1"]);
  });

  test("a record from before the site declared a domain is still an answer, until there is another", () => {
    const cookie = { ...charter().cookie, name: "new", domain: "shop.org", withoutDomain: "old" };
    document.cookie = "old=whole";
    const { dropBroken, dropOthers } = record((value) => value === "whole", { cookie });
    dropBroken();
    assert.deepEqual(cookies(), ["new=whole", "old=whole"]);
    dropOthers();
    assert.deepEqual(cookies(), ["new=whole"]);
  });

  test("half a record from before the site declared a domain is none", () => {
    const cookie = { ...charter().cookie, name: "new", domain: "shop.org", withoutDomain: "old" };
    document.cookie = "old=half";
    record((value) => value === "whole", { cookie }).dropBroken();
    assert.deepEqual(cookies(), ["old=half"]);
  });

  test("a record of another domain would hide this one, and goes", () => {
    document.cookie = "choice-r2=host; path=/";
    document.cookie = "choice-r2=domain; domain=shop.org; path=/";
    const { cookie } = charter();
    record(() => true, { cookie: { ...cookie, domain: "shop.org" } }).dropOthers();
    assert.deepEqual(cookies(), ["choice-r2=domain"]);
  });
});
