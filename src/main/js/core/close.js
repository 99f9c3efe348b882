/**
 * A button with a cross, which closes the banner.
 *
 * @param {string} label
 * @param {() => void} onClick
 */
export function closeButton(label, onClick) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cookie-charter-close";
  button.setAttribute("aria-label", label);
  button.textContent = "\u2715";
  button.addEventListener("click", onClick);
  return button;
}
