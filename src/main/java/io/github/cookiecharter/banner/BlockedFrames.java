package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        Map<FrameAddress, List<String>> services = new LinkedHashMap<>();
        for (Service service : DeclaredScripts.inFileOrder(charter)) {
            for (NamePattern frame : patternsOf.apply(service)) {
                List<String> ids = services.computeIfAbsent(FrameAddress.of(frame.text()), key -> new ArrayList<>());
                if (!ids.contains(service.id())) {
                    ids.add(service.id());
                }
            }
        }
        List<FrameAddress> addresses = new ArrayList<>(services.keySet());
        addresses.sort(FrameAddress.BY_PRECEDENCE);
        List<Map<String, Object>> frames = new ArrayList<>();
        for (FrameAddress address : addresses) {
            Map<String, Object> frame = new LinkedHashMap<>();
            frame.put("address", List.of(address.host(), address.port(), address.path()));
            frame.put("services", services.get(address));
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
}
