() => {
  const links = [];
  for (const link of document.querySelectorAll("a[href], area[href]")) {
    // In SVG, href is no text.
    if (typeof link.href === "string") {
      links.push({ address: link.href, rel: String(link.rel).toLowerCase(), download: link.hasAttribute("download") });
    }
  }
  return JSON.stringify(links);
}
