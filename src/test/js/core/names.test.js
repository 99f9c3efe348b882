import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { matches } from "../../../main/js/core/names.js";

describe("names", () => {
  function matching(pattern, ...names) {
    return names.filter((name) => matches(pattern, name));
  }

  test("a name is itself alone", () => {
    assert.deepEqual([matches("a.b", "a.b"), matches("a.b", "axb"), matches("a.b", "a.ba.b")], [true, false, false]);
  });

  test("a star stands for any run of characters, and nothing else is special", () => {
    assert.deepEqual(matching("_ga_*", "_ga_", "_ga_1\n2", "_ga", "x_ga_1"), ["_ga_", "_ga_1\n2"]);
    assert.deepEqual(matching("*.id", ".id", "x.id", "xaid"), [".id", "x.id"]);
    assert.deepEqual(matching("a*b*c", "abc", "axbxc", "ac", "abcx", "acb"), ["abc", "axbxc"]);
    assert.deepEqual(matching("ab*ba", "aba", "abba"), ["abba"]);
    assert.deepEqual(matching("a**b", "ab", "a*b", "ba"), ["ab", "a*b"]);
    assert.deepEqual(matching("a*bc*cd", "abcd", "abccd"), ["abccd"]);
  });

  test("many stars and a long name that does not match take no time", () => {
    const name = "a".repeat(100000);
    assert.equal(matches(`${"a*".repeat(200)}b`, name), false);
    assert.equal(matches(`${"*a".repeat(200)}*b*`, name), false);
  });
});
