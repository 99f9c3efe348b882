import assert from "node:assert/strict";
import { beforeEach, describe, mock, test } from "node:test";
import { createFrames, frameEntry } from "../../../main/js/core/frames.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter } from "../charter.js";
import { find, openPage } from "../page.js";

describe("frames", () => {
  const EMBED = "https://maps.org/embed";

  function iframe(address, attributes = "") {
    return `<iframe data-cookie-charter-src="${address}" ${attributes}></iframe>`;
  }

  function frames(allowed, { isStarted = true, ...more } = {}) {
    const data = charter(more);
    return createFrames(
      data,
      createPage(data, null),
      (service) => allowed.includes(service),
      () => isStarted
    );
  }

  function placeholder() {
    return find(".cookie-charter-frame");
  }

  function buttons() {
    return [...placeholder().querySelectorAll("button")].filter((each) => !each.hidden).map((each) => each.textContent);
  }

  beforeEach(() => {
    mock.restoreAll();
    openPage();
  });

  test("an address finds the first entry that matches, without regard to scheme and fragment", () => {
    const { frames: entries } = charter();
    assert.equal(frameEntry(entries, new URL("http://maps.org/embed#x")), entries[0]);
    assert.equal(frameEntry(entries, new URL("https://de.maps.org/x?y")), entries[1]);
    assert.equal(frameEntry(entries, new URL("https://maps.org.evil.org/embed")), null);
  });

  test("a star in the host reaches neither a path nor a port", () => {
    const { frames: entries } = charter();
    [
      "https://evil.test/x.maps.org/",
      "https://evil.test/?x.maps.org/",
      "https://evil.test/#x.maps.org/",
      "https://evil.test\\x.maps.org/",
      "https://x.maps.org:8443/",
    ].forEach((address) => assert.equal(frameEntry(entries, new URL(address)), null, address));
    const anyPort = [{ address: ["*.maps.org", "*", "/*"], services: ["maps"] }];
    assert.equal(frameEntry(anyPort, new URL("https://x.maps.org:8443/y/z")), anyPort[0]);
  });

  test("the site's own address may be declared by its path", () => {
    const entries = [{ address: ["", "", "/map?z=1"], services: ["maps"] }];
    assert.equal(frameEntry(entries, new URL("https://www.shop.org/map?z=1")), entries[0]);
    assert.equal(frameEntry(entries, new URL("https://other.org/map?z=1")), null);
  });

  test("a refused frame stays empty behind words that say whose it is", () => {
    openPage(iframe(EMBED, 'title="Our shop" style="display: inline"'));
    frames([]).show();
    assert.equal(find("iframe").hasAttribute("src"), false);
    assert.equal(find("iframe").style.display, "none");
    assert.equal(placeholder().getAttribute("aria-label"), "Our shop");
    assert.equal(placeholder().getAttribute("data-theme"), "auto");
    assert.equal(find(".cookie-charter-frame-text").textContent, "From Map Ltd. Privacy of Map Ltd");
    assert.equal(find(".cookie-charter-frame-link").href, "https://maps.org/privacy");
    assert.deepEqual(buttons(), ["Load it", "Choose"]);
  });

  test("an allowed frame is loaded and looks as before", () => {
    openPage(iframe(EMBED, 'style="display: inline"'));
    const allowed = [];
    const all = frames(allowed);
    all.show();
    allowed.push("maps");
    all.show();
    assert.deepEqual([find("iframe").src, find("iframe").style.display, placeholder()], [EMBED, "inline", null]);
  });

  test("a frame whose consent is withdrawn is emptied again", () => {
    openPage(iframe(EMBED));
    const allowed = ["maps"];
    const all = frames(allowed);
    all.show();
    allowed.pop();
    all.show();
    assert.equal(find("iframe").hasAttribute("src"), false);
    assert.notEqual(placeholder(), null);
  });

  test("a frame that is loaded by hand stays until the next choice", () => {
    openPage(iframe(EMBED));
    const all = frames([]);
    all.show();
    placeholder().querySelector("button").click();
    all.show();
    assert.deepEqual([find("iframe").src, find("iframe").title], [EMBED, "Map Ltd"]);
    all.forgetLoadedByHand();
    all.show();
    assert.equal(find("iframe").hasAttribute("src"), false);
  });

  test("an address that nobody declares is held back with a warning, and offers no preferences", () => {
    openPage(iframe("https://unknown.org/x"));
    const warn = mock.method(console, "warn", () => {});
    const all = frames(["maps"]);
    all.show();
    all.show();
    assert.equal(warn.mock.callCount(), 1);
    assert.deepEqual(buttons(), ["Load it"]);
    assert.equal(find(".cookie-charter-frame-text").textContent, "From unknown.org.");
  });

  test("what is no address of the web cannot be loaded at all", () => {
    openPage(iframe("javascript:alert(1)"));
    mock.method(console, "warn", () => {});
    frames(["maps"]).show();
    assert.deepEqual(buttons(), []);
    assert.equal(find("iframe").hasAttribute("src"), false);
  });

  test("the preferences are offered once they can be shown", () => {
    openPage(iframe(EMBED));
    frames([], { isStarted: false }).show();
    assert.deepEqual(buttons(), ["Load it"]);
  });

  test("a frame with another address is judged anew", () => {
    openPage(iframe(EMBED));
    const all = frames(["maps"]);
    mock.method(console, "warn", () => {});
    all.show();
    find("iframe").setAttribute("data-cookie-charter-src", "https://unknown.org/x");
    all.show();
    assert.equal(find("iframe").hasAttribute("src"), false);
    assert.equal(placeholder().getAttribute("aria-label"), "unknown.org");
  });

  test("a placeholder goes with its frame", () => {
    openPage(iframe(EMBED));
    const all = frames([]);
    all.show();
    find("iframe").remove();
    all.show();
    assert.equal(placeholder(), null);
  });

  test("a placeholder takes the place of its frame", () => {
    openPage(iframe(EMBED, 'width="100%" height="480"'));
    frames([]).show();
    assert.deepEqual([placeholder().style.inlineSize, placeholder().style.minBlockSize], ["100%", "480px"]);
  });
});
