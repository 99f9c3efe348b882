package io.github.cookiecharter.fuzz;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cookiecharter.constants.GeneratedClass;
import io.github.cookiecharter.goal.TestCharter;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The header {@code Cookie} as the generated class reads it, for each runtime: it never throws, and what it allows a
 * strict reading of the record by other means allows as well.
 */
final class ConsentTarget implements FuzzTarget {

    private static final String CHARTER = """
            site: { name: Shop, url: https://shop.example }
            banner: { runtime: %s }
            consent: { cookie: c, revision: 7 }
            services:
              audience: { category: statistics, purpose: Count visits, cookies: { hits: { lifetime: 1 day } } }
              heat: { category: statistics, purpose: Count clicks, cookies: { "heat_*": { lifetime: 1 day } } }
              ads: { category: marketing, purpose: Show adverts, scripts: ["https://ads.example/a.js"] }
            """;

    private static final Map<String, List<String>> SERVICES =
            Map.of("statistics", List.of("audience", "heat"), "marketing", List.of("ads"));

    private static final List<String> ALL = List.of("audience", "heat", "ads");

    private static final Map<String, String> OWNERS = Map.of("hits", "audience", "heat_1", "heat");

    private static final String VANILLA = """
            {"categories":["statistics","necessary"],"revision":7,"data":null,\
            "consentTimestamp":"2026-11-23T20:35:58.196Z","consentId":"3f22e70e","services":{"statistics":[]},\
            "languageCode":"en","lastConsentTimestamp":"2026-11-24T08:00:00.001Z","expirationTime":1811190958197}""";

    private static final String KLARO = "{\"audience\":true,\"heat\":true,\"ads\":false}";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, GeneratedClass> classes = new LinkedHashMap<>();

    ConsentTarget() {
        for (String runtime : List.of("vanilla-cookieconsent", "klaro", "tarteaucitron")) {
            classes.put(runtime, GeneratedClass.of(TestCharter.of(CHARTER.formatted(runtime))));
        }
    }

    @Override
    public String name() {
        return "consent";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String header : List.of(
                "c=" + encoded(VANILLA),
                "c=" + encoded(VANILLA.replace("null", "{\"a\":[1e3,-2.5,true,{}],\"b\":\"é\\u00e9\\n\"}")),
                "c=" + encoded(VANILLA) + "; c=" + encoded(VANILLA.replace("\"statistics\",", "")),
                "c-r7=" + encoded(KLARO),
                "a=b; c-r7=" + encoded(KLARO.replace("false", "true")) + "; d",
                "c-r7=!audience=true!heat=true!ads=false",
                "c-r7=!_audience_=true!_heat_=true!_ads_=true",
                "a=b; c-r7=!_ads_=false!_heat_=true!_audience_=true; c-r7=x")) {
            seeds.add(header.getBytes(StandardCharsets.ISO_8859_1));
        }
        return seeds;
    }

    private static String encoded(String json) {
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<String> words() {
        return List.of(
                "c=",
                "c-r7=",
                "; c-r7=",
                "; c=",
                "%22",
                "%7B",
                "%7D",
                "%5B",
                "%5D",
                "%2C",
                "%3A",
                "%5Cu",
                "true",
                "false",
                "null",
                "statistics",
                "marketing",
                "audience",
                "heat",
                "!_ads_=true",
                "!_heat_=",
                "revision",
                "consentId",
                "consentTimestamp",
                "services",
                "1e999",
                "7.0",
                "%00",
                "%C0%80",
                "%ED%A0%80");
    }

    // Servers hand a header over as Latin-1.
    @Override
    public Object check(byte[] input, boolean thorough) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        Map<String, Object> answers = new LinkedHashMap<>();
        classes.forEach((runtime, type) -> {
            GeneratedClass.Choice choice = type.consent(header);
            List<String> granted = choice.granted();
            if (choice.isCurrent() || !granted.isEmpty()) {
                Set<String> held = held(runtime, header);
                for (String category : granted) {
                    if (!choice.isCurrent() || !held.containsAll(SERVICES.getOrDefault(category, List.of("none")))) {
                        throw new AssertionError(runtime + " grants " + granted + ", the record " + held);
                    }
                }
            }
            for (String name : List.of("hits", "heat_1", "adv", "unknown")) {
                if (type.isAllowed(name, choice)
                        && !held(runtime, header).contains(OWNERS.getOrDefault(name, "nobody"))) {
                    throw new AssertionError(runtime + " allows " + name + ", the record " + held(runtime, header));
                }
            }
            answers.put(runtime, List.of(choice.isCurrent(), granted, choice.time(), choice.id()));
        });
        return answers;
    }

    /** The services that every record of a header allows; fails where one of them is damaged. */
    private static Set<String> held(String runtime, String header) {
        String cookie = runtime.equals("vanilla-cookieconsent") ? "c" : "c-r7";
        Set<String> held = new TreeSet<>(ALL);
        int records = 0;
        for (String pair : header.split(";")) {
            int at = pair.indexOf('=');
            if (at > 0 && pair.substring(0, at).trim().equals(cookie)) {
                records++;
                held.retainAll(allowed(runtime, pair.substring(at + 1).trim()));
            }
        }
        if (records == 0) {
            throw new AssertionError("a choice without a record");
        }
        return held;
    }

    private static Set<String> allowed(String runtime, String value) {
        Set<String> allowed = new TreeSet<>();
        if (runtime.equals("tarteaucitron")) {
            Map<String, String> answers = new LinkedHashMap<>();
            for (String part : value.substring(1).split("!")) {
                String[] answer = part.split("=");
                if (value.charAt(0) != '!' || answers.put(answer[0], answer[1]) != null) {
                    throw new AssertionError("no record: " + value);
                }
            }
            for (String service : ALL) {
                if ("true".equals(answers.get("_" + service + "_"))) {
                    allowed.add(service);
                }
            }
            return allowed;
        }
        JsonNode record = json(value);
        SERVICES.forEach((category, services) -> {
            boolean isHeld = record.path("revision").isNumber()
                    && record.path("revision").doubleValue() == 7
                    && record.path("categories").isArray()
                    && record.path("categories").toString().contains("\"" + category + "\"");
            for (String service : services) {
                boolean isAllowed = runtime.equals("klaro")
                        ? record.path(service).isBoolean()
                                && record.path(service).booleanValue()
                        : isHeld;
                if (isAllowed) {
                    allowed.add(service);
                }
            }
        });
        return allowed;
    }

    private static JsonNode json(String value) {
        try {
            JsonNode record = STRICT.readTree(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
            if (!record.isObject()) {
                throw new AssertionError("no object: " + value);
            }
            return record;
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError("no JSON: " + value, e);
        }
    }
}
