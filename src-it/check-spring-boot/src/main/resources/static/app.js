const KEY = 'layout';

export function remember(layout) {
  window.localStorage.setItem(KEY, layout);
}

document.cookie = `seen=${Date.now()}; max-age=86400; path=/`;
