(selector, on) => {
  // Checkboxes of banners are often hidden behind a drawing, so they are not clicked with the pointer.
  const input = document.querySelector(selector);
  if (!input) {
    return "missing";
  }
  if (String(input.checked) !== on) {
    input.click();
  }
  return String(input.checked) === on ? "set" : "refused";
}
