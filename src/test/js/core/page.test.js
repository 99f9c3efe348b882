import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { html } from "../../../main/js/core/html.js";
import { createPage } from "../../../main/js/core/page.js";
import { charter, texts } from "../charter.js";
import { find, openPage } from "../page.js";

describe("page", () => {
  function script(attributes = {}) {
    return Object.assign(document.createElement("script"), { src: "/assets/banner.js?v=1#x/y", ...attributes });
  }

  test("text becomes HTML that is text again, and no placeholder of a runtime", () => {
    assert.equal(html("a<b>&\"'{c}"), "a&#60;b&#62;&#38;&#34;&#39;&#123;c&#125;");
  });

  test("the files lie where the script was loaded from", () => {
    openPage();
    assert.equal(createPage(charter(), script()).base, "https://www.shop.org/assets/");
    assert.equal(createPage(charter(), null).base, "");
  });

  test("the page's language decides the words, or the default", () => {
    openPage("", { lang: "pt" });
    assert.equal(createPage(charter(), null).texts.language, "pt-BR");
    openPage("", { lang: "" });
    assert.equal(createPage(charter(), null).texts.language, "en");
  });

  test("the link to the policy is relative to the script, unless it is an address", () => {
    openPage();
    const page = createPage(charter(), script());
    assert.equal(page.policyLink(texts()), '<a href="https://www.shop.org/assets/policy.en.html">Policy</a>');
    assert.equal(page.policyLink(texts({ policy: "/p?a&b" })), '<a href="/p?a&#38;b">Policy</a>');
    assert.equal(page.policyLink(texts({ policy: "https://x.org/" })), '<a href="https://x.org/">Policy</a>');
  });

  test("a link to opt out stands beside the link to the policy", () => {
    openPage();
    const page = createPage(charter(), script());
    assert.equal(
      page.policyLink(texts({ optOutLink: "Your Privacy Choices", optOut: "/opt-out" })),
      '<a href="https://www.shop.org/assets/policy.en.html">Policy</a> <a href="/opt-out">Your Privacy Choices</a>'
    );
  });

  test("the sentences of the banner end with a link to the providers, if there are others", () => {
    openPage();
    const page = createPage(charter(), script());
    assert.equal(
      page.sentences(texts()),
      '<span>By A &#38; B.</span> <a href="https://www.shop.org/assets/policy.en.html#cookies">Providers (2)</a>'
    );
    assert.equal(page.sentences(texts({ providersLink: "" })), "<span>By A &#38; B.</span>");
  });

  test("a page without the library gets its style, and its scripts one after the other", () => {
    openPage();
    let done = 0;
    createPage(charter(), script({ nonce: "n0", crossOrigin: "anonymous", integrity: "sha384-banner" })).withLibrary(
      () => false,
      () => done++
    );
    const style = find("link");
    assert.deepEqual(
      [style.rel, style.href, style.integrity, style.crossOrigin],
      ["stylesheet", "https://www.shop.org/assets/library.css?v=1", "sha384-css", "anonymous"]
    );
    const sources = () => [...document.scripts].map((each) => each.src.replace(/.*\/|\?.*/g, ""));
    assert.deepEqual(sources(), ["first.js"]);
    assert.deepEqual([find("script").nonce, find("script").integrity], ["n0", "sha384-first"]);
    find("script").onload();
    assert.deepEqual([sources(), done], [["first.js", "second.js"], 0]);
    document.scripts[1].onload();
    assert.equal(done, 1);
  });

  test("a page that includes the script without a hash gets the other files without one", () => {
    openPage();
    createPage(charter(), script()).withLibrary(
      () => false,
      () => {}
    );
    assert.deepEqual([find("link").integrity, find("script").integrity], ["", ""]);
  });

  test("a library that is there is not loaded again", () => {
    openPage();
    let done = 0;
    createPage(charter(), script()).withLibrary(
      () => true,
      () => done++
    );
    assert.deepEqual([done, document.head.children.length], [1, 0]);
  });

  test("a dialog says its language, and words in another one say theirs", () => {
    openPage("<div><p>Zähler</p><p>By Zähler</p><p>Zähler more</p><p lang=fr>Zähler</p><b lang=en>x</b></div>");
    const foreign = charter({
      texts: { en: texts({ language: "en-GB", direction: "rtl", foreign: { Zähler: "de" } }) },
    });
    createPage(foreign, null).speak(find("div"));
    assert.equal(
      find("div").outerHTML,
      '<div lang="en-GB" dir="rtl"><p lang="de" dir="auto">Zähler</p><p>By <span lang="de" dir="auto">Zähler</span></p><p>Zähler more</p>' +
        '<p lang="fr">Zähler</p><b lang="en-GB">x</b></div>'
    );
  });
});
