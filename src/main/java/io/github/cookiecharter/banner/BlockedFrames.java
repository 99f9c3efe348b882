package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The addresses of embedded frames, and of pixels, in order of precedence, each with the services that declare it. */
final class BlockedFrames {

    private BlockedFrames() {}

    /** Returns each pattern once, in the form that {@code banner.js} reads. */
    static List<Map<String, Object>> of(Charter charter) {
        return entries(charter, Service::frames);
    }

    /** The same of pixels. */
    static List<Map<String, Object>> pixels(Charter charter) {
        return entries(charter, BlockedFrames::pixelsOf);
    }

    private static List<NamePattern> pixelsOf(Service service) {
        List<NamePattern> pixels = new ArrayList<>();
        for (Charter.Cookie cookie : service.cookies()) {
            if (cookie.kind() == Kind.PIXEL) {
                pixels.add(cookie.name());
            }
        }
        return pixels;
    }

    private static List<Map<String, Object>> entries(Charter charter, Function<Service, List<NamePattern>> patternsOf) {
        Map<String, List<String>> services = new LinkedHashMap<>();
        for (Service service : DeclaredScripts.inFileOrder(charter)) {
            for (NamePattern frame : patternsOf.apply(service)) {
                String pattern = normalizeUrl(frame.text());
                List<String> ids = services.computeIfAbsent(pattern, key -> new ArrayList<>());
                if (!ids.contains(service.id())) {
                    ids.add(service.id());
                }
            }
        }
        List<NamePattern> patterns = new ArrayList<>();
        for (String text : services.keySet()) {
            patterns.add(new NamePattern(text));
        }
        patterns.sort(BlockedFrames::byPrecedence);
        List<Map<String, Object>> frames = new ArrayList<>();
        for (NamePattern pattern : patterns) {
            Map<String, Object> frame = new LinkedHashMap<>();
            frame.put(pattern.isLiteral() ? "name" : "pattern", pattern.text());
            frame.put("services", services.get(pattern.text()));
            frames.add(frame);
        }
        return frames;
    }

    /** Returns the provider of each service with frames, by the service's id, in a language. */
    static Map<String, Object> providers(Charter charter, String language) {
        Map<String, Object> providers = new LinkedHashMap<>();
        for (Service service : DeclaredScripts.inFileOrder(charter)) {
            if (!service.frames().isEmpty()) {
                Map<String, Object> provider = new LinkedHashMap<>();
                provider.put("name", service.provider().name().textIn(language));
                if (service.provider().privacyPolicy().isPresent()) {
                    provider.put(
                            "privacy", service.provider().privacyPolicy().get().textIn(language));
                }
                providers.put(service.id(), provider);
            }
        }
        return providers;
    }

    /** Returns whether some service declares frames. */
    static boolean areDeclared(Charter charter) {
        for (Service service : charter.services()) {
            if (!service.frames().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static int byPrecedence(NamePattern one, NamePattern other) {
        if (one.isLiteral() != other.isLiteral()) {
            return one.isLiteral() ? -1 : 1;
        }
        return Integer.compare(other.literalLength(), one.literalLength());
    }

    // Normalises as browsers do: the host in lower case and ASCII, and a path.
    private static String normalizeUrl(String url) {
        if (url.startsWith("/")) {
            return url;
        }
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = normalizeHost(url.substring(start, end));
        String rest = url.substring(end);
        boolean bare = rest.isEmpty() && host.indexOf('*') < 0;
        return url.substring(0, start).toLowerCase(Locale.ROOT) + host + (bare ? "/" : rest);
    }

    private static String normalizeHost(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }
}
