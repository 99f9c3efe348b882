package io.github.cookiecharter.judge;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a picture of a page, to look at what the tests can only measure. After {@code mvn test-compile
 * dependency:build-classpath -Dmdep.outputFile=target/test.classpath}:
 *
 * <pre>
 * java -cp target/test-classes:$(cat target/test.classpath) io.github.cookiecharter.judge.Screenshot \
 *     target/cookie-charter/preview.html page.png 1280 [dark]
 * </pre>
 *
 * The first argument is a file or an address, the third the width in CSS pixels; up to 600 the page is shown as on a
 * phone. The picture shows the page from top to bottom.
 */
public final class Screenshot {

    private static final int PHONE = 600;

    private Screenshot() {}

    public static void main(String... arguments) {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("Give a file or an address, the picture to write, and a width");
        }
        Path file = Path.of(arguments[0].contains("://") ? "." : arguments[0]);
        String url = Files.isRegularFile(file) ? file.toUri().toString() : arguments[0];
        int width = Integer.parseInt(arguments[2]);
        try (Browser browser = Browser.start();
                BrowserContext context = browser.newContext()) {
            BrowserPage page = context.newPage();
            page.setViewport(width, width <= PHONE ? width * 2 : width * 2 / 3, width <= PHONE);
            if (arguments.length > 3 && arguments[3].equals("dark")) {
                page.setMediaFeature("prefers-color-scheme", "dark");
            }
            page.goTo(url);
            // A banner slides in after the page has loaded.
            page.waitUntilIdle();
            page.screenshot(Path.of(arguments[1]), true);
        }
    }
}
