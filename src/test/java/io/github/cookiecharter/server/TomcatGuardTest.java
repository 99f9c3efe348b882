package io.github.cookiecharter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Javac;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servlet guards in Tomcat: each way to set a cookie, asked by an HTTP client. */
@Tag("process")
class TomcatGuardTest {

    private static final Path APPLICATION =
            Path.of("src/test/resources/io/github/cookiecharter/server/TomcatApplication.java.txt");

    private static final String GRANTED = "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Atrue%7D";
    private static final String REFUSED = "choice-r7=%7B%22session%22%3Atrue%2C%22audience%22%3Afalse%7D";

    /** What goes out of each way for a visitor who refused: the way, and the names in the headers {@code Set-Cookie}. */
    private static final Map<String, String> REFUSED_WAYS = new TreeMap<>(Map.ofEntries(
            Map.entry("cookie", "sid"),
            Map.entry("add-header", "sid"),
            Map.entry("set-header", "sid"),
            Map.entry("int-header", ""),
            Map.entry("date-header", ""),
            Map.entry("lower-case", "sid"),
            Map.entry("redirect", "sid"),
            Map.entry("error", "sid page"),
            Map.entry("throw", "sid page"),
            Map.entry("forward", "sid"),
            Map.entry("async", "sid"),
            Map.entry("async-dispatch", "sid"),
            Map.entry("late", "sid"),
            Map.entry("deletion", "hits"),
            Map.entry("session", "JSESSIONID")));

    // Strong references: the settings of loggers that nobody holds are lost.
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.apache"), Logger.getLogger("com.acme"));

    @TempDir
    private Path folder;

    @BeforeAll
    static void beQuiet() {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @ParameterizedTest
    @CsvSource({"9.0.111, SERVLET_JAVAX, javax", "10.1.48, SERVLET, jakarta", "11.0.15, SERVLET, jakarta"})
    void eachWayIsHeldToTheCharter(String version, Server server, String api) throws Exception {
        Map<String, String> sources =
                new TreeMap<>(TestGuard.sources(TestCharter.of(TestGuard.CHARTER), "com.acme.Cookies", server));
        sources.put("com.acme.TomcatApplication", Files.readString(APPLICATION).replace("API.", api + "."));
        Javac.Compilation compilation = Javac.compile(sources, 17, TestGuard.tomcat(version));
        assertThat(compilation.diagnostics()).isEmpty();
        List<URL> jars = new ArrayList<>();
        for (Path jar : TestGuard.tomcat(version)) {
            jars.add(jar.toUri().toURL());
        }
        try (URLClassLoader tomcat =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> application = compilation.load("com.acme.TomcatApplication", tomcat);
            Thread.currentThread().setContextClassLoader(application.getClassLoader());
            AutoCloseable running =
                    (AutoCloseable) application.getConstructor(String.class).newInstance(folder.toString());
            try {
                judge((int) application.getMethod("port").invoke(running));
            } finally {
                running.close();
                Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
            }
        }
    }

    private void judge(int port) throws IOException, InterruptedException {
        Map<String, String> sent = new TreeMap<>();
        for (String way : REFUSED_WAYS.keySet()) {
            sent.put(way, names(get(port, way, "Cookie", REFUSED)));
        }
        assertThat(sent).isEqualTo(REFUSED_WAYS);
        assertThat(get(port, "cookie", "Cookie", GRANTED))
                .containsExactlyInAnyOrder("sid=1; SameSite=Lax; HttpOnly", "hits=1; HttpOnly");
        assertThat(get(port, "deleting-page", "Cookie", "hits=1; " + REFUSED, "Sec-Fetch-Dest", "document"))
                .containsExactly("hits=; Path=/; Max-Age=0");
        assertThat(get(port, "deleting-page", "Cookie", "hits=1; " + REFUSED, "Accept", "text/html,*/*"))
                .containsExactly("hits=; Path=/; Max-Age=0");
        assertThat(get(port, "deleting-page", "Cookie", "hits=1; " + GRANTED, "Sec-Fetch-Dest", "document"))
                .isEmpty();
        assertThat(get(port, "deleting-page", "Cookie", "hits=1; " + REFUSED, "Sec-Fetch-Dest", "image"))
                .isEmpty();
        assertThat(get(port, "cached-page", "Cookie", "hits=1; " + REFUSED, "Sec-Fetch-Dest", "document"))
                .isEmpty();
        assertThat(get(port, "told")).isEmpty();
    }

    private static List<String> get(int port, String way, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + way));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.headers().allValues("Set-Cookie");
    }

    private static String names(List<String> headers) {
        return String.join(
                " ", headers.stream().map(each -> each.replaceFirst("=.*", "")).toList());
    }
}
