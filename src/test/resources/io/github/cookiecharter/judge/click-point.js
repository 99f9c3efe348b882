(selector) => {
  const element = document.querySelector(selector);
  if (element === null) {
    return { problem: 'there is no such element' };
  }
  // Opacity doesn't count: a transparent checkbox over a drawn switch is a usual pattern.
  if (!element.checkVisibility({ visibilityProperty: true })) {
    return { problem: 'it can not be seen' };
  }
  if (element.disabled) {
    return { problem: 'it is disabled' };
  }
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  // The first box, since the middle of a link that wraps may lie outside the link.
  const box = [...element.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
  if (!box) {
    return { problem: 'it has no size' };
  }
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  if (hit === null) {
    return { problem: 'it lies outside the window' };
  }
  const label = hit.closest('label');
  if (element.contains(hit) || hit.contains(element) && hit.shadowRoot || label && label.control === element) {
    return { x, y };
  }
  return { problem: 'covered by ' + hit.outerHTML.slice(0, 120) };
}
