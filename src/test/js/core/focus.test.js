import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { keepFocusInSight } from "../../../main/js/core/focus.js";
import { find, openPage } from "../page.js";

describe("focus", () => {
  test("what gets the focus stays clear of the banner until it closes, and a site's own style stays", () => {
    openPage("<p id=banner></p>");
    const { style } = document.documentElement;
    style.scrollPaddingTop = "9px";
    const update = keepFocusInSight("#banner");
    update();
    assert.equal(style.scrollPaddingTop, "9px");
    const height = window.innerHeight;
    let box = { top: height - 80, bottom: height, width: window.innerWidth };
    find("#banner").getBoundingClientRect = () => /** @type {DOMRect} */ (box);
    document.dispatchEvent(new window.Event("focusin"));
    assert.deepEqual([style.scrollPaddingBottom, style.paddingBottom, style.paddingTop], ["80px", "80px", ""]);
    box = { top: 0, bottom: 60, width: window.innerWidth };
    update();
    assert.deepEqual([style.scrollPaddingTop, style.paddingTop, style.paddingBottom], ["60px", "60px", ""]);
    find("#banner").remove();
    update();
    assert.equal(style.cssText, "");
  });
});
