package io.github.cookiecharter.server;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.constants.ConstantsClass;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A guard and its constants class as source, and the libraries that it needs. */
final class TestGuard {

    static final String CHARTER = """
            site: { name: Shop, url: http://localhost }
            banner: { runtime: klaro }
            consent: { cookie: choice, revision: 7 }
            services:
              session:
                category: necessary
                purpose: Keep you signed in
                cookies:
                  sid: { lifetime: session, http-only: true, same-site: Lax }
                  page: { lifetime: session }
              audience:
                category: statistics
                purpose: Count visits here
                cookies:
                  hits: { lifetime: 1 day, http-only: true }
            """;

    private static final Path LIBRARIES = Path.of(System.getProperty("cookie-charter.servers", "target/servers"));

    private TestGuard() {}

    /** The sources by the names of the classes. */
    static Map<String, String> sources(Charter charter, String className, Server server) {
        Templates templates = new Templates(Optional.empty());
        List<Artefact> artefacts = new ArrayList<>(
                ConstantsClass.generate(charter, className, templates).artefacts());
        artefacts.addAll(GuardClasses.generate(charter, className, Set.of(server), templates));
        Map<String, String> sources = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            String name = artefact.path().replace(".java", "").replace('/', '.');
            sources.put(name, new String(artefact.content(), StandardCharsets.UTF_8));
        }
        return sources;
    }

    /** The libraries that a guard compiles against. */
    static List<Path> api(Server server) {
        return switch (server) {
            case SERVLET -> tomcat("10.1.48");
            case SERVLET_JAVAX -> tomcat("9.0.111");
            case REST -> libraries("jakarta.ws.rs-api-3.1.0");
            case QUARKUS -> libraries("quarkus-vertx-http-3.33.2", "vertx-web-4.5.27", "vertx-core-4.5.27");
            case WEBFLUX ->
                libraries("spring-web-6.2.12", "spring-core-6.2.12", "reactor-core-3.7.12", "reactive-streams-1.0.4");
        };
    }

    static List<Path> tomcat(String version) {
        return libraries("tomcat-embed-core-" + version, "tomcat-annotations-api-" + version);
    }

    private static List<Path> libraries(String... names) {
        return Stream.of(names).map(name -> LIBRARIES.resolve(name + ".jar")).toList();
    }
}
