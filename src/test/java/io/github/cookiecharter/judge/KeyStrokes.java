package io.github.cookiecharter.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the DevTools protocol wants to know of a key. */
final class KeyStrokes {

    private static final int SHIFT = 8;
    private static final Map<String, Key> NAMED = Map.ofEntries(
            Map.entry("Tab", new Key("Tab", "Tab", 9, "")),
            Map.entry("Enter", new Key("Enter", "Enter", 13, "\r")),
            Map.entry("Escape", new Key("Escape", "Escape", 27, "")),
            Map.entry("Space", new Key(" ", "Space", 32, " ")),
            Map.entry("PageDown", new Key("PageDown", "PageDown", 34, "")),
            Map.entry("End", new Key("End", "End", 35, "")),
            Map.entry("Home", new Key("Home", "Home", 36, "")),
            Map.entry("ArrowLeft", new Key("ArrowLeft", "ArrowLeft", 37, "")),
            Map.entry("ArrowUp", new Key("ArrowUp", "ArrowUp", 38, "")),
            Map.entry("ArrowRight", new Key("ArrowRight", "ArrowRight", 39, "")),
            Map.entry("ArrowDown", new Key("ArrowDown", "ArrowDown", 40, "")));

    private KeyStrokes() {}

    static Map<String, Object> stroke(String name) {
        boolean shift = name.startsWith("Shift+");
        String plain = shift ? name.substring("Shift+".length()) : name;
        Key key = NAMED.get(plain);
        if (key == null) {
            if (plain.codePointCount(0, plain.length()) != 1) {
                throw new BrowserException(
                        "There is no key '" + plain + "'; known are " + NAMED.keySet() + " and single characters");
            }
            key = new Key(plain, "", 0, plain);
        }
        Map<String, Object> stroke = new LinkedHashMap<>();
        stroke.put("key", key.key());
        stroke.put("code", key.code());
        stroke.put("windowsVirtualKeyCode", key.number());
        stroke.put("modifiers", shift ? SHIFT : 0);
        if (!key.text().isEmpty()) {
            stroke.put("text", key.text());
        }
        return stroke;
    }

    private record Key(String key, String code, int number, String text) {}
}
