// Two lines before the one that counts,
// so that a line end counted twice would show.
document.cookie = 'theme=dark; path=/; max-age=15552000';
