(selector) => {
  // "hidden", "covered" or "visible": whether a visitor can see an element and point at it.
  const element = document.querySelector(selector);
  if (!element) {
    return "hidden";
  }
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    return "hidden";
  }
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return hit && (hit === element || element.contains(hit) || hit.contains(element)) ? "visible" : "covered";
}
