(selector) => {
  const element = document.querySelector(selector);
  return element !== null && element.getClientRects().length > 0
    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}
