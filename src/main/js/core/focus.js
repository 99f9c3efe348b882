/**
 * Keeps what gets the focus in sight while the banner covers a part of the window (WCAG 2.2, 2.4.11).
 *
 * @param {string} selector that of the banner while it is open
 * @returns {() => void} what to call when the banner may have closed
 */
export function keepFocusInSight(selector) {
  const { style } = document.documentElement;
  let isCovered = false;

  function update() {
    const banner = document.querySelector(selector);
    // All are 0 where it is not displayed.
    const { top, bottom, width } = banner ? banner.getBoundingClientRect() : { top: 0, bottom: 0, width: 0 };
    const isAbove = bottom < window.innerHeight - top;
    if (width || isCovered) {
      isCovered = width > 0;
      style.scrollPaddingTop = isAbove ? pixels(bottom) : "";
      style.scrollPaddingBottom = isAbove ? "" : pixels(window.innerHeight - top);
      // Start and end of the page have to come out from behind it too; a small box leaves the start in sight.
      style.paddingTop = width > window.innerWidth / 2 ? style.scrollPaddingTop : "";
      style.paddingBottom = style.scrollPaddingBottom;
    }
  }

  document.addEventListener("focusin", update);
  return () => {
    if (isCovered) {
      update();
    }
  };
}

/**
 * @param {number} length
 */
function pixels(length) {
  return length ? `${length}px` : "";
}
