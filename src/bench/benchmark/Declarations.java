package benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Declarations of any size: services of ten cookies, every other one in need of consent, with all kinds of lifetimes,
 * some storage and some patterns. No text is missing, so nothing is left to the default language.
 */
final class Declarations {

    private static final int COOKIES_OF_A_SERVICE = 10;
    private static final int LARGEST_WITH_OWN_PURPOSES = 4 << 20; // the reader refuses larger files
    private static final List<String> LIFETIMES = List.of("session", "30 days", "6 months", "1 day", "13 months");

    // The official languages of the European Union.
    private static final Map<String, String> PURPOSES = new LinkedHashMap<>();

    static {
        PURPOSES.put("fr", "Retenir le réglage numéro %d du visiteur");
        PURPOSES.put("en", "Remember the visitor's setting number %d");
        PURPOSES.put("de", "Merkt sich die Einstellung Nummer %d");
        PURPOSES.put("es", "Recordar el ajuste número %d");
        PURPOSES.put("it", "Ricordare l'impostazione numero %d");
        PURPOSES.put("nl", "Onthoudt de instelling met nummer %d");
        PURPOSES.put("bg", "Запомня настройката с номер %d");
        PURPOSES.put("cs", "Pamatuje si nastavení číslo %d");
        PURPOSES.put("da", "Husker indstillingen med nummer %d");
        PURPOSES.put("el", "Θυμάται τη ρύθμιση με αριθμό %d");
        PURPOSES.put("et", "Jätab meelde seadistuse number %d");
        PURPOSES.put("fi", "Muistaa asetuksen numero %d");
        PURPOSES.put("ga", "Cuimhníonn ar an socrú uimhir %d");
        PURPOSES.put("hr", "Pamti postavku pod brojem %d");
        PURPOSES.put("hu", "Megjegyzi a beállítást ezzel a számmal: %d");
        PURPOSES.put("lt", "Įsimena nuostatą numeris %d");
        PURPOSES.put("lv", "Atceras iestatījumu ar numuru %d");
        PURPOSES.put("mt", "Jiftakar l-issettjar numru %d");
        PURPOSES.put("pl", "Zapamiętuje ustawienie numer %d");
        PURPOSES.put("pt", "Memorizar a definição número %d");
        PURPOSES.put("ro", "Reține setarea cu numărul %d");
        PURPOSES.put("sk", "Pamätá si nastavenie číslo %d");
        PURPOSES.put("sl", "Zapomni si nastavitev številka %d");
        PURPOSES.put("sv", "Kommer ihåg inställningen med nummer %d");
    }

    private Declarations() {}

    /** The purposes stand at each cookie, or, where the file would be too large to be read, at each service. */
    static String of(int cookies, int languages) {
        String own = of(cookies, languages, true);
        return own.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LARGEST_WITH_OWN_PURPOSES
                ? own
                : of(cookies, languages, false);
    }

    private static String of(int cookies, int languages, boolean ownPurposes) {
        List<String> tags = PURPOSES.keySet().stream().limit(languages).toList();
        StringBuilder yaml = new StringBuilder("""
                site:
                  name: Portal
                  url: https://www.example.org
                  languages: %s
                  controller: Example Ltd
                  contact: privacy@example.org
                  privacy-policy: /privacy
                  updated: 2026-11-01

                services:
                """.formatted(tags));
        for (int service = 0; service * COOKIES_OF_A_SERVICE < cookies; service++) {
            int first = service * COOKIES_OF_A_SERVICE;
            yaml.append("  service-").append(service).append(":\n");
            yaml.append("    category: ").append(service % 2 == 0 ? "necessary" : "statistics").append('\n');
            yaml.append("    name: Service ").append(service).append('\n');
            if (!ownPurposes) {
                yaml.append("    purpose: ").append(purpose(tags, service)).append('\n');
            }
            yaml.append("    cookies:\n");
            for (int i = first; i < Math.min(cookies, first + COOKIES_OF_A_SERVICE); i++) {
                cookie(yaml, i, ownPurposes ? "        purpose: " + purpose(tags, i) + "\n" : "");
            }
        }
        return yaml.toString();
    }

    private static void cookie(StringBuilder yaml, int i, String purpose) {
        yaml.append("      cookie_").append(i).append(i % 10 == 8 ? "_*" : "").append(":\n").append(purpose);
        if (i % 10 == 9) {
            yaml.append("        kind: local-storage\n");
        } else {
            yaml.append("        lifetime: ").append(LIFETIMES.get(i % LIFETIMES.size())).append('\n');
            yaml.append("        secure: true\n");
        }
    }

    private static String purpose(List<String> tags, int number) {
        return tags.stream()
                .map(tag -> tag + ": \"" + String.format(Locale.ROOT, PURPOSES.get(tag), number) + '"')
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
