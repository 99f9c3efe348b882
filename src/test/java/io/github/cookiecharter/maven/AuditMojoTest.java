package io.github.cookiecharter.maven;

import static org.apache.maven.api.plugin.testing.MojoExtension.getVariableValueFromObject;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** How Maven fills the element {@code audit}. */
@MojoTest
class AuditMojoTest {

    private static final String PLACE = "/io/github/cookiecharter/maven/";

    @Test
    @Basedir(PLACE + "configured")
    @InjectMojo(goal = "audit", pom = "pom.xml")
    void readsTheElementOfThePom(AuditMojo mojo) throws Exception {
        AuditOptions options = (AuditOptions) getVariableValueFromObject(mojo, "audit");

        assertThat(options.all())
                .containsOnly(Map.entry("url", "http://shop.localhost:8080/"), Map.entry("pages", "/, /checkout"));
    }

    @Test
    @Basedir(PLACE + "plain")
    @InjectMojo(goal = "audit-verify", pom = "pom.xml")
    void verifiesByTheSameRules(AuditVerifyMojo mojo) throws Exception {
        Object failOn = getVariableValueFromObject(mojo, "failOn");
        Object skipIfMissing = getVariableValueFromObject(mojo, "skipIfMissing");

        assertThat(failOn).isEqualTo("error");
        assertThat(skipIfMissing).isEqualTo(false);
    }
}
