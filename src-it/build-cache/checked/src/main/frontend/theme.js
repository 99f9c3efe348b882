document.cookie = "SESSION=; path=/";
