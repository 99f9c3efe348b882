(accept, refuse) => {
  // How the two buttons of the first layer look; null where one is not there.
  const seen = (selector) => {
    const element = document.querySelector(selector);
    return element && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? element : null;
  };
  const rgb = (color) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d");
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return Array.from(context.getImageData(0, 0, 1, 1).data);
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) {
        return color;
      }
    }
    return [255, 255, 255, 255];
  };
  const look = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const [one, other] = [luminance(rgb(style.color)), luminance(background(element))].sort((a, b) => b - a);
    return {
      area: Math.round(box.width * box.height),
      font: Math.round(parseFloat(style.fontSize) * 100),
      contrast: Math.round(((one + 0.05) / (other + 0.05)) * 100),
      keyboard: element.tabIndex >= 0 && !element.disabled,
    };
  };
  const [yes, no] = [seen(accept), seen(refuse)];
  return JSON.stringify({ accept: yes && look(yes), refuse: no && look(no) });
}
