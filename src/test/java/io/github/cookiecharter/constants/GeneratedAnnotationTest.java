package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Javac;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JaCoCo and SpotBugs judge each class file by itself, so each needs the annotation. */
class GeneratedAnnotationTest {

    @ParameterizedTest
    @ValueSource(strings = {"vanilla-cookieconsent", "klaro", "tarteaucitron", "none"})
    void eachClassFileHasTheAnnotation(String runtime) {
        String source = GeneratedClass.source(TestCharter.of("""
                site: { name: Shop, url: https://www.shop.example }
                banner: { runtime: %s }
                services:
                  sign-in: { category: necessary, purpose: Sign in, cookies: { id: { lifetime: session } } }
                  visits: { category: statistics, purpose: Count, cookies: { "v_*": { lifetime: 1 day } } }
                """.formatted(runtime)));

        Javac.Compilation compilation = Javac.compile(GeneratedClass.NAME, source);

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.classes()).containsKeys("com.acme.Cookies", "com.acme.Cookies$Category");
        compilation.classes().forEach((name, bytes) -> {
            boolean isAnnotated = !name.equals("com.acme.Cookies$Generated");
            String content = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(content.contains("RuntimeInvisibleAnnotations")
                            && content.contains("Lcom/acme/Cookies$Generated;"))
                    .as(name)
                    .isEqualTo(isAnnotated);
        });
    }
}
