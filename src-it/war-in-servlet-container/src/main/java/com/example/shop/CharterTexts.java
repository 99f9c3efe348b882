package com.example.shop;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Hands the generated texts to the templates. */
@WebListener
public final class CharterTexts implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        context.setAttribute("charterHead", text(context, "head.html"));
        context.setAttribute("charterPolicy", Map.of(
                "fr", text(context, "policy.fr.fragment.html"),
                "en", text(context, "policy.en.fragment.html")));
    }

    private static String text(ServletContext context, String name) {
        try (InputStream in = context.getResourceAsStream("/cookie-charter/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
