document.cookie = "visits=1; path=/; max-age=86400";
