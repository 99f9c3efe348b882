package com.example.spring;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages with the site's own look. */
@Controller
class Pages {

    @GetMapping("/home")
    String home() {
        return "home";
    }

    @GetMapping("/cookies")
    String cookies() {
        return "cookies";
    }
}
