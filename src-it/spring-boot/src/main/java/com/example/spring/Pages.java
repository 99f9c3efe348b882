package com.example.spring;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages with the site's own look. */
@Controller
class Pages {

    @GetMapping("/home")
    String home() {
        return "home";
    }

    @GetMapping("/cookies")
    String cookies(Locale locale, Model model) {
        model.addAttribute("language", locale.getLanguage().equals("en") ? "en" : "fr");
        return "cookies";
    }
}
