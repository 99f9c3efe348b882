package io.github.cookiecharter.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small file of each format, after the form of real ones. Each value of a cookie holds {@link #SECRET}. */
public final class ImportSamples {

    /** What no import may write. */
    public static final String SECRET = "s3cr3t";

    private static final String HAR = """
            {"log":{"version":"1.2","creator":{"name":"t","version":"1"},"entries":[
            {"startedDateTime":"2026-01-10T09:00:00.000Z","time":1,
             "request":{"method":"GET","url":"https://www.shop.example/login?token=s3cr3t","cookies":[],
              "headers":[{"name":"Cookie","value":"seen=s3cr3t; sid=s3cr3t"}],"postData":{"text":"s3cr3t"}},
             "response":{"status":302,"redirectURL":"/home","content":{"size":0,"text":"s3cr3t"},"cookies":[],
              "headers":[{"name":"Set-Cookie","value":"sid=s3cr3t; Path=/; HttpOnly; Secure; SameSite=Lax\\nlang=s3cr3t; Max-Age=31536000; Path=/shop\\ngone=; Max-Age=0"}]}},
            {"startedDateTime":"2026-01-10T09:00:01.000Z","time":1,
             "request":{"method":"GET","url":"https://ads.example/p","cookies":[],"headers":[]},
             "response":{"status":200,"cookies":[{"name":"uid","value":"s3cr3t","expires":"2026-04-10T09:00:01.000Z","secure":true}],"headers":[]}}
            ]}}
            """;

    private static final String STATE = """
            {"cookies":[{"name":"sid","value":"s3cr3t","domain":"www.shop.example","path":"/","expires":-1,"httpOnly":true,"secure":true,"sameSite":"Lax"},
             {"name":"_ga","value":"s3cr3t","domain":".shop.example","path":"/","expires":1799999999.5,"httpOnly":false,"secure":false,"sameSite":"None"}],
             "origins":[{"origin":"https://www.shop.example","localStorage":[{"name":"theme","value":"s3cr3t"}],"indexedDB":[{"name":"store"}]}]}
            """;

    private static final String INSPECTION = """
            {"uri_ins":"https://www.shop.example/","uri_refs":["https://www.shop.example/"],"start_time":"2026-01-10T09:00:00.000Z",
             "cookies":[{"name":"sid","value":"s3cr3t","domain":"www.shop.example","path":"/","expires":-1,"httpOnly":true,"secure":true,"session":true,"sameSite":"Lax","firstPartyStorage":true},
             {"name":"old","domain":"shop.example","path":"/","value":"s3cr3t","expires":"2026-07-09T08:59:55.000Z","expiresDays":180,"session":false,"firstPartyStorage":true}],
             "localStorage":{"https://www.shop.example":{"theme":{"value":"s3cr3t","firstPartyStorage":true}}},
             "beacons":[{"url":"https://px.example/t.gif?u=s3cr3t","listName":"easyprivacy.txt","occurrances":1}],
             "hosts":{"cookies":{"firstParty":["www.shop.example"],"thirdParty":[]}}}
            """;

    private static final String CSV = """
            \uFEFFName;Anbieter;Kategorie;Zweck;Laufzeit;Typ;Domain
            _pk_id.#;Matomo;Statistik;"Erkennt
            Besucher";13 Monate;HTTP Cookie;.shop.example
            bad name;Matomo;Statistik;Zweck;2 Jahre;HTTP Cookie;
            theme;;Funktional;Farbe;Persistent;HTML Local Storage;www.shop.example
            """;

    private static final String NETSCAPE = "# Netscape HTTP Cookie File\n"
            + "#HttpOnly_www.shop.example\tFALSE\t/\tTRUE\t0\tsid\ts3cr3t\n"
            + ".shop.example\tTRUE\t/\tFALSE\t1799999999\tlang\ts3cr3t\n";

    private ImportSamples() {}

    /** Returns the files by their names, which say nothing of their formats. */
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a1", HAR);
        files.put("a2", STATE);
        files.put("a3", INSPECTION);
        files.put("a4", CSV);
        files.put("a5", NETSCAPE);
        files.put(
                "a6",
                "[{\"name\":\"sid\",\"value\":\"s3cr3t\",\"path\":\"/\",\"domain\":\"shop.example\",\"secure\":false,"
                        + "\"httpOnly\":true,\"expiry\":1799999999,\"sameSite\":\"Lax\"}]");
        files.put(
                "a7",
                "{\"disclosures\":[{\"identifier\":\"ad_*\",\"type\":\"cookie\",\"maxAgeSeconds\":2592000000,"
                        + "\"cookieRefresh\":true,\"domains\":[\"*\"],\"purposes\":[1,2]},"
                        + "{\"identifier\":\"w\",\"type\":\"web\",\"maxAgeSeconds\":null,\"purposes\":[]}],"
                        + "\"domains\":[{\"domain\":\"ads.example\",\"use\":\"Ads\"}]}");
        files.put(
                "a8",
                "{\"version\":1,\"cookieName\":\"choice\",\"services\":[{\"name\":\"matomo\",\"title\":\"Matomo\","
                        + "\"purposes\":[\"analytics\"],\"cookies\":[\"^_pk_.*$\",{\"pattern\":\"seen\",\"path\":\"/\","
                        + "\"domain\":\".shop.example\"},{}]},{\"name\":\"login\",\"required\":true,"
                        + "\"purposes\":[\"security\"],\"cookies\":[\"sid\"]}]}");
        files.put(
                "a9",
                "{\"categories\":{\"analytics\":{\"autoClear\":{\"cookies\":[{\"name\":\"/^(_ga|_gid)/\"}]}}},"
                        + "\"language\":{\"translations\":{\"en\":{\"preferencesModal\":{\"sections\":[{\"linkedCategory\":"
                        + "\"analytics\",\"cookieTable\":{\"headers\":{\"a\":\"Cookie\",\"b\":\"Duration\"},\"body\":["
                        + "{\"a\":\"_gat\",\"b\":\"1 minute\"}]}}]}}}}}");
        files.put(
                "b1",
                "{\"languages\":{\"en\":{\"settings_modal\":{\"cookie_table_headers\":[{\"col1\":\"Name\"},{\"col2\":"
                        + "\"Expiration\"}],\"blocks\":[{\"toggle\":{\"value\":\"analytics\"},\"cookie_table\":[{\"col1\":"
                        + "\"^_ga\",\"col2\":\"2 years\",\"is_regex\":true}]}]}}}}");
        files.put(
                "b2",
                "{\"gtag\":{\"key\":\"gtag\",\"type\":\"analytic\",\"name\":\"Google Analytics\",\"needConsent\":true,"
                        + "\"cookies\":[\"_ga\",\"_gid\"]}}");
        files.put(
                "b3",
                "[{\"name\":\"SHOP\",\"kind\":\"cookie\",\"action\":\"sets\",\"place\":\"com.acme.Login#go:4\",\"origin\":"
                        + "\"own\",\"certainty\":\"certain\",\"how\":\"new Cookie\"},{\"kind\":\"cookie\",\"action\":\"sets\","
                        + "\"place\":\"a.js:1:2\",\"origin\":\"own\",\"certainty\":\"unresolved\",\"how\":\"document.cookie\"}]");
        return files;
    }
}
