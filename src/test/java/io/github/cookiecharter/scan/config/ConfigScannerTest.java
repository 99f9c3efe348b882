package io.github.cookiecharter.scan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.scan.model.ApiUsages;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import io.github.cookiecharter.scan.model.TextFile;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigScannerTest {

    private static final ApiUsages NONE = new ApiUsages(Map.of());
    private static final String SESSION = "jakarta.servlet.http.HttpServletRequest#getSession";
    private static final String CSRF = "org.springframework.security.web.csrf.CookieCsrfTokenRepository";

    private static List<String> seen(ApiUsages uses, TextFile... files) {
        return ConfigSamples.seen(ConfigSamples.scan(uses, files));
    }

    private static TextFile properties(String text) {
        return ConfigSamples.own("src/main/resources/application.properties", text);
    }

    // ---- which files ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/application.yml, true",
        "src/main/resources/application-prod.properties, true",
        "META-INF/microprofile-config.properties, true",
        "src/main/webapp/WEB-INF/web.xml, true",
        "conf/application.conf, true",
        "src/main/webapp/index.JSP, true",
        "META-INF/spring-configuration-metadata.json, true",
        "META-INF/quarkus-config-doc/quarkus-config-model.json, true",
        "package.json, false",
        "pom.xml, false",
        "META-INF/maven/g/a/pom.properties, false",
        "reference.conf, false",
        "app.js, false",
        "com/acme/Shop.class, false",
    })
    void aFileIsWantedByItsPath(String path, boolean wanted) {
        assertThat(new ConfigScanner().supports(path)).isEqualTo(wanted);
    }

    // ---- names and defaults -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, false",
        "spring.datasource.password, false",
        "app.api-key, false",
        "jwt.secret, false",
        "GITHUB_TOKEN, false",
        "shop.cookie, true",
        "security.token.cookie-name, true",
        "login.secret-area-name, true",
    })
    void whatASecretsKeyNamesIsNotShown(String key, boolean isShown) {
        String text = ConfigSamples.scan(
                        NONE,
                        properties(key + "=hunter2\nserver.servlet.session.cookie.name=a-${" + key + "}\n"
                                + "server.servlet.session.cookie.domain=${" + key + ":hunter2}\n"))
                .toString();
        assertThat(text.contains("hunter2")).isEqualTo(isShown);
    }

    /** An alias or a substitution is resolved by the library, which does not say that the value was a secret's. */
    @Test
    void aliasesAndSubstitutionsOfSecretsAreNotShown() {
        String yaml = """
                db: { password: &p hunter2, user: &u shop }
                server.servlet.session.cookie: { name: *p, domain: *u }
                """;
        String hocon = """
                db { password = hunter2, password = ${?DB_PASSWORD}, user = shop }
                play.http.session { cookieName = "a-"${db.password}, domain = ${db.user} }
                """;
        List<Evidence> evidence = new ArrayList<>(
                ConfigSamples.scan(NONE, ConfigSamples.own("src/main/resources/application.yaml", yaml)));
        evidence.addAll(ConfigSamples.scan(NONE, ConfigSamples.own("conf/application.conf", hocon)));
        assertThat(evidence).hasSizeGreaterThanOrEqualTo(2);
        assertThat(evidence.toString()).contains("domain=Optional[shop]").doesNotContain("hunter2");
    }

    @Test
    void theWholeOfAnEvidence() {
        assertThat(ConfigSamples.scan(NONE, properties("""
                                server.servlet.session.cookie.name=SHOP
                                server.servlet.session.cookie.max-age=30m
                                server.servlet.session.cookie.secure=true
                                server.servlet.session.cookie.httpOnly=true
                                server.servlet.session.cookie.same_site=strict
                                server.servlet.session.cookie.domain=shop.example
                                server.servlet.session.cookie.path=/a
                                """)))
                .containsExactly(new Evidence(
                        Optional.of("SHOP"),
                        Kind.COOKIE,
                        StorageAction.SETS,
                        new io.github.cookiecharter.scan.model.CodePlace.Text(
                                "src/main/resources/application.properties",
                                new io.github.cookiecharter.model.diagnostic.SourcePosition(1, 1)),
                        Evidence.OWN,
                        Certainty.CERTAIN,
                        "named by server.servlet.session.cookie.name",
                        new ObservedAttributes(
                                Optional.of(new Lifetime.Lasting(30, ChronoUnit.MINUTES)),
                                Optional.of(true),
                                Optional.of(true),
                                Optional.of(SameSite.STRICT),
                                Optional.of("shop.example"),
                                Optional.of("/a")),
                        false));
    }

    @Test
    void aUseLeavesItsDefaultAtItsPlace() {
        List<Evidence> evidence = ConfigSamples.scan(ConfigSamples.uses(CSRF + "#<init>"));
        assertThat(ConfigSamples.seen(evidence)).containsExactly("XSRF-TOKEN certain com.acme.Shop#open:10");
        assertThat(evidence.get(0).how()).isEqualTo("CookieCsrfTokenRepository sets it by default");
        assertThat(evidence.get(0).attributes().lifetime()).contains(new Lifetime.Session());
    }

    @Test
    void aNameTakesThePlaceOfTheDefault() {
        assertThat(seen(ConfigSamples.uses(SESSION), properties("server.servlet.session.cookie.name = SHOP\n")))
                .containsExactly("SHOP certain src/main/resources/application.properties:1:1");
        assertThat(seen(ConfigSamples.uses(SESSION, "jakarta.servlet.SessionCookieConfig#setName")))
                .isEmpty();
        assertThat(seen(ConfigSamples.uses(CSRF + "#withHttpOnlyFalse", CSRF + "#setCookieName")))
                .isEmpty();
    }

    @Test
    void aConstructorThatTheClassesNameLeavesNoDefault() {
        ConfigScanner scan = new ConfigScanner();
        String use = "org.springframework.web.servlet.i18n.CookieLocaleResolver#<init>";
        Evidence named = new Evidence(
                Optional.of("lang"),
                Kind.COOKIE,
                StorageAction.SETS,
                ConfigSamples.place(10),
                Evidence.OWN,
                Certainty.CERTAIN,
                "new CookieLocaleResolver",
                ObservedAttributes.UNKNOWN,
                false);
        assertThat(scan.finish(ConfigSamples.uses(use), List.of(named), type -> false))
                .isEmpty();
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses(use))))
                .containsExactly("org.springframework.web.servlet.i18n.CookieLocaleResolver.LOCALE certain"
                        + " com.acme.Shop#open:10");
    }

    @Test
    void springSessionTakesThePlaceOfTheContainersSession() {
        assertThat(seen(
                        ConfigSamples.uses(SESSION),
                        properties("spring.session.store-type=redis\nspring.session.redis.namespace=a\n")))
                .containsExactly("SESSION certain com.acme.Shop#open:10");
        assertThat(seen(ConfigSamples.uses(SESSION), properties("spring.session.store-type=none\n")))
                .containsExactly("JSESSIONID certain com.acme.Shop#open:10");
        assertThat(seen(
                        ConfigSamples.uses(SESSION),
                        properties("spring.session.store-type=jdbc\nserver.servlet.session.cookie.name=S\n")))
                .containsExactly("S certain src/main/resources/application.properties:2:1");
    }

    @Test
    void aStatelessChainOfFiltersPromisesNoSession() {
        String form = "org.springframework.security.config.annotation.web.builders.HttpSecurity#formLogin";
        assertThat(seen(ConfigSamples.uses(form))).containsExactly("JSESSIONID certain com.acme.Shop#open:10");
        assertThat(seen(ConfigSamples.uses(
                        form,
                        "org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer"
                                + "#sessionCreationPolicy")))
                .isEmpty();
    }

    @Test
    void anAttributeThatCodeChangesIsNotKnown() {
        String me = "org.springframework.security.config.annotation.web.builders.HttpSecurity#rememberMe";
        String valid =
                "org.springframework.security.config.annotation.web.configurers.RememberMeConfigurer#tokenValiditySeconds";
        assertThat(ConfigSamples.scan(ConfigSamples.uses(me))
                        .get(0)
                        .attributes()
                        .lifetime())
                .contains(new Lifetime.Lasting(14, ChronoUnit.DAYS));
        assertThat(ConfigSamples.scan(ConfigSamples.uses(me, valid))
                        .get(0)
                        .attributes()
                        .lifetime())
                .isEmpty();
    }

    @Test
    void anAttributeInWhichProfilesDifferIsNotKnown() {
        List<Evidence> evidence = ConfigSamples.scan(
                NONE,
                properties("server.servlet.session.cookie.name=S\nserver.servlet.session.cookie.secure=true\n"),
                ConfigSamples.own(
                        "src/main/resources/application-dev.yml", "server.servlet.session.cookie.secure: false\n"));
        assertThat(evidence.get(0).attributes().secure()).isEmpty();
    }

    // ---- formats ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.servlet.session.cookie.name",
                "SERVER_SERVLET_SESSION_COOKIE_NAME",
                "server.servlet.session.cookie.NAME",
            })
    void aKeyHasManySpellings(String key) {
        assertThat(seen(NONE, properties(key + "=S"))).hasSize(1);
    }

    @Test
    void webXmlNamesTheSessionAndItsAttributes() {
        TextFile xml = ConfigSamples.own("src/main/webapp/WEB-INF/web.xml", """
                <web-app>
                  <session-config>
                    <cookie-config>
                      <name>SHOP</name>
                      <http-only>true</http-only>
                      <max-age>1800</max-age>
                    </cookie-config>
                    <tracking-mode>COOKIE</tracking-mode>
                  </session-config>
                </web-app>
                """);
        List<Evidence> evidence = ConfigSamples.scan(ConfigSamples.uses(SESSION), xml);
        assertThat(ConfigSamples.seen(evidence)).containsExactly("SHOP certain src/main/webapp/WEB-INF/web.xml:4:7");
        assertThat(evidence.get(0).attributes().httpOnly()).contains(true);
        assertThat(evidence.get(0).attributes().lifetime()).contains(new Lifetime.Lasting(1800, ChronoUnit.SECONDS));
    }

    @Test
    void aSessionInTheAddressNeedsNoCookie() {
        assertThat(
                        seen(
                                ConfigSamples.uses(SESSION),
                                ConfigSamples.own(
                                        "WEB-INF/web.xml",
                                        "<web-app><session-config><tracking-mode>URL</tracking-mode></session-config></web-app>")))
                .isEmpty();
        assertThat(seen(
                        ConfigSamples.uses(SESSION),
                        ConfigSamples.own("META-INF/context.xml", "<Context cookies='false'/>")))
                .isEmpty();
    }

    @Test
    void theContextOfTomcatWinsOverWebXml() {
        assertThat(seen(
                        NONE,
                        ConfigSamples.own("META-INF/context.xml", "<Context sessionCookieName=\"TOM\"/>"),
                        ConfigSamples.own(
                                "WEB-INF/web.xml",
                                "<web-app><session-config><cookie-config><name>WEB</name></cookie-config>"
                                        + "</session-config></web-app>")))
                .containsExactly("TOM certain META-INF/context.xml:1:10");
    }

    @Test
    void aBeanOfSpringIsAUse() {
        String bean =
                "<beans><bean class=\"org.springframework.web.servlet.i18n.CookieLocaleResolver\">%s</bean></beans>";
        assertThat(seen(NONE, ConfigSamples.own("a.xml", bean.formatted(""))))
                .containsExactly("org.springframework.web.servlet.i18n.CookieLocaleResolver.LOCALE certain a.xml:1:8");
        assertThat(seen(NONE, ConfigSamples.own("a.xml", bean.formatted("<property name='cookieName' value='lang'/>"))))
                .containsExactly("lang certain a.xml:1:80");
    }

    @Test
    void aKeyThatOnlyLiesBelowAFrameworksPrefixIsAClaim() {
        assertThat(seen(NONE, properties("spring.session.redis.namespace=a\n")))
                .containsExactly("SESSION claimed src/main/resources/application.properties:1:1");
    }

    @Test
    void eachDefaultCookieIsOneFinding() {
        List<Evidence> evidence = ConfigSamples.scan(
                ConfigSamples.uses(SESSION, "jakarta.servlet.http.HttpServletRequestWrapper#getSession"));
        assertThat(ConfigSamples.seen(evidence)).containsExactly("JSESSIONID certain com.acme.Shop#open:10");
        assertThat(evidence.get(0).how()).endsWith(", as 1 more place does");
    }

    @ParameterizedTest
    @CsvSource({
        "com.sun.faces.context.flash.ELFlash, csfcfc certain",
        "org.apache.myfaces.context.flash.FlashImpl, oam.Flash.* pattern",
        "org.acme.None, csfcfc claimed",
    })
    void theFlashCookieIsThatOfTheImplementation(String onClassPath, String expected) {
        ConfigScanner scan = new ConfigScanner();
        List<Evidence> evidence = scan.finish(
                ConfigSamples.uses("jakarta.faces.context.ExternalContext#getFlash"), List.of(), onClassPath::equals);
        assertThat(ConfigSamples.seen(evidence)).containsExactly(expected + " com.acme.Shop#open:10");
    }

    @Test
    void shiroIniNamesByItsObjects() {
        assertThat(seen(NONE, ConfigSamples.own("src/main/resources/shiro.ini", """
                                [main]
                                sessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager
                                cookie = org.apache.shiro.web.servlet.SimpleCookie
                                cookie.name = sid
                                sessionManager.sessionIdCookie = $cookie
                                securityManager.rememberMeManager.cookie.name = keep
                                """)))
                .containsExactly(
                        "sid certain src/main/resources/shiro.ini:4:1",
                        "keep certain src/main/resources/shiro.ini:6:1");
    }

    @Test
    void quarkusNamesItsCookiesByTenantAndSuffix() {
        assertThat(seen(NONE, properties("""
                                quarkus.oidc.application-type=web-app
                                %dev.quarkus.oidc.staff.application-type=hybrid
                                quarkus.oidc.staff.authentication.cookie-suffix=x
                                %test.quarkus.oidc.other.application-type=web-app
                                """)))
                .containsExactly(
                        "q_session certain src/main/resources/application.properties:1:1",
                        "q_session_staff_x certain src/main/resources/application.properties:2:1",
                        "q_auth_* pattern src/main/resources/application.properties:1:1",
                        "q_auth_staff_x_* pattern src/main/resources/application.properties:2:1");
        assertThat(seen(NONE, properties("quarkus.oidc.application-type=service\n")))
                .isEmpty();
    }

    @Test
    void playNamesItsCookiesInBraces() {
        assertThat(seen(
                        ConfigSamples.uses("play.mvc.Result#addingToSession", "play.mvc.Result#flashing"),
                        ConfigSamples.own(
                                "conf/application.conf", "play.http { session { cookieName = \"SHOP\" } }\n")))
                .containsExactly("SHOP certain conf/application.conf:1:23", "PLAY_FLASH certain com.acme.Shop#open:11");
    }

    @Test
    void onePageStandsForAll() {
        assertThat(seen(NONE, ConfigSamples.own("b.jsp", "x"), ConfigSamples.own("a.jsp", "x")))
                .containsExactly("JSESSIONID certain a.jsp:1:1");
    }

    // ---- names that only a parser finds -----------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base: &b { name: SHOP }\\nserver.servlet.session: { cookie: { <<: *b } } | SHOP certain application.yml:1:12",
                "x: &n SHOP\\nserver:\\n  servlet.session.cookie.name: *n | SHOP certain application.yml:3:3",
                "server.servlet.session.cookie:\\n  name: >-\\n    SHOP | SHOP certain application.yml:2:3",
                "server.servlet.session.cookie:\\n  name: \"SH\\\\n    OP\" | SHOP certain application.yml:2:3",
                "server.servlet.session.cookie.name: \"SHOP\\u005fID\" | SHOP_ID certain application.yml:1:1",
                "server.servlet.session.cookie:\\n  name:\\n    SHOP | SHOP certain application.yml:2:3",
                "server.servlet.session.cookie:\\n  ? name\\n  : SHOP | SHOP certain application.yml:2:5",
                "server.servlet.session.cookie.name: ${SHOP_COOKIE} | ? unresolved application.yml:1:1",
                "server.servlet.session.cookie.name: !ENV SHOP | ? unresolved application.yml:1:1",
                "server.servlet.session.cookie.name: a-@shop@ | a-* pattern application.yml:1:1",
            })
    void aNameInAnyFormOfYamlTakesThePlaceOfTheDefault(String text, String expected) {
        assertThat(seen(ConfigSamples.uses(SESSION), ConfigSamples.own("application.yml", text.replace("\\n", "\n"))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base { x = 1 }\\nplay.http.session = ${base} { cookieName = SHOP } | SHOP certain application.conf:2:31",
                "play.http.session = ${elsewhere} {\\n  cookieName = \"SHOP\"\\n} | SHOP certain application.conf:2:3",
                "play.http { session = {a=1} {cookieName=SHOP} } | SHOP certain application.conf:1:30",
                "play.http.session.cookieName = \"SHOP\\u005fID\" | SHOP_ID certain application.conf:1:1",
                "n = SHOP\\nplay.http.session.cookieName = ${n}_ID | SHOP_ID certain application.conf:1:1",
                "play.http.session.cookieName = ${HOME} | ? unresolved application.conf:1:1",
                "play.http.session.cookieName = ${?HOME} | ? unresolved application.conf:1:1",
                "play.http.session.cookieName = \"a-\"${user.dir} | a-* pattern application.conf:1:1",
            })
    void aNameInAnyFormOfHoconTakesThePlaceOfTheDefault(String text, String expected) {
        assertThat(seen(
                        ConfigSamples.uses("play.mvc.Result#addingToSession"),
                        ConfigSamples.own("application.conf", text.replace("\\n", "\n"))))
                .containsExactly(expected);
    }

    @Test
    void anOptionalSubstitutionLeavesTwoPossibilities() {
        assertThat(
                        seen(
                                ConfigSamples.uses("play.mvc.Result#addingToSession"),
                                ConfigSamples.own(
                                        "application.conf",
                                        "play.http.session.cookieName = SHOP\nplay.http.session.cookieName = ${?SHOP_COOKIE}\n")))
                .containsExactly("SHOP certain application.conf:1:1", "? unresolved application.conf:2:1");
    }

    // ---- files that no parser takes ---------------------------------------------------------------------------------

    private static ConfigScanner scan(TextFile... files) {
        ConfigScanner scan = new ConfigScanner();
        for (TextFile file : files) {
            scan.accept(file);
        }
        return scan;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.yml | server.servlet.session.cookie.name: {{ .Values.cookie }} | YAML",
                "application.yml | server.servlet.session.cookie.name: @cookie@ | YAML",
                "application.conf | play.http.session.cookieName = @cookie@ | HOCON",
                "WEB-INF/web.xml | <web-app><session-config><cookie-config><name>SHOP</name> | XML",
            })
    void aDefaultIsAClaimBesideAConfigurationThatCouldNotBeRead(String path, String text, String format) {
        ConfigScanner scan = scan(ConfigSamples.own(path, text));
        List<Evidence> evidence = scan.finish(ConfigSamples.uses(SESSION));
        assertThat(ConfigSamples.seen(evidence)).containsExactly("JSESSIONID claimed com.acme.Shop#open:10");
        assertThat(evidence.get(0).how()).endsWith(", unless a configuration that could not be read names it");
        assertThat(scan.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        path + " could not be read as " + format + ", so cookies that it names may be missing: line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "play.http.session = ${base} | claimed",
                "play.http.session = ${?base} | claimed",
                "play.http.session = ${base} { secure = true } | claimed",
                "play.http.session = { secure = true } ${?base} | claimed",
                "play.http.session { secure = true }\\nplay.http.session = ${base} | claimed",
                "play.http = ${base}\\n# session | claimed",
                "base { secure = true }\\nplay.http.session = ${base} | certain",
                "play.http.flash = ${base}\\n# session | certain",
                "play.http.session.secure = ${base} | certain",
                "play.http.session.domain = \"a.\"${base} | certain",
            })
    void aDefaultIsAClaimWhereItsNameMayBeInAnObjectOfAnotherFile(String text, String certainty) {
        List<Evidence> evidence = ConfigSamples.scan(
                ConfigSamples.uses("play.mvc.Result#addingToSession"),
                ConfigSamples.own("application.conf", text.replace("\\n", "\n")));
        assertThat(ConfigSamples.seen(evidence))
                .containsExactly("PLAY_SESSION " + certainty + " com.acme.Shop#open:10");
        if (certainty.equals("claimed")) {
            assertThat(evidence.get(0).how()).endsWith(", unless a configuration that could not be read names it");
        }
    }

    @Test
    void aDocumentBeforeABrokenOneStillNames() {
        ConfigScanner scan = scan(ConfigSamples.own(
                "application.yml", "server.servlet.session.cookie.name: SHOP\n---\nserver.port: @port@\n"));
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses(SESSION))))
                .containsExactly("SHOP certain application.yml:1:1");
        assertThat(scan.warnings()).singleElement().asString().contains(": line 3, column 14: ");
    }

    @Test
    void brokenFilesThatCouldNameNoCookieAreOfNoInterest() {
        ConfigScanner scan = scan(
                ConfigSamples.own("chart/deployment.yaml", "replicas: {{ .Values.replicas }}\n"),
                ConfigSamples.own("nginx.conf", "http { listen 80; }\n"),
                ConfigSamples.own("layout.xml", "<#if a><b></#if>"),
                properties("server.servlet.session.cookie.name=SHOP\n"));
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses(SESSION))))
                .containsExactly("SHOP certain src/main/resources/application.properties:1:1");
        assertThat(scan.warnings()).isEmpty();
    }

    @Test
    void aBrokenFileOfADependencyIsToldOfWithItsCoordinates() {
        ConfigScanner scan = scan(
                new TextFile("application.yml", "com.acme:widget:1", "cookie: {{ a }}\n"),
                new TextFile("META-INF/spring-configuration-metadata.json", "com.acme:widget:1", "{\"cookie\": "));
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses(SESSION))))
                .containsExactly("JSESSIONID certain com.acme.Shop#open:10");
        assertThat(scan.warnings())
                .hasSize(2)
                .allMatch(line -> line.contains(" in com.acme:widget:1 could not be read as "));
    }

    @Test
    void aConfigurationOfMoreThanAMillionCharactersIsNotReadInPart() {
        ConfigScanner scan = scan(ConfigSamples.own(
                "application.yml", "server.servlet.session.cookie.name: SHOP\na: " + "b".repeat(1_000_000)));
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses(SESSION))))
                .containsExactly("JSESSIONID claimed com.acme.Shop#open:10");
        assertThat(scan.warnings()).singleElement().asString().endsWith(": it is longer than a million characters");
    }

    @Test
    void anInclusionIsToldOfUnlessTheFileIsReadAnyway() {
        ConfigScanner scan = scan(
                ConfigSamples.own(
                        "conf/application.conf", "include \"session\"\ninclude \"/etc/shop.conf\"\n# cookie\n"),
                ConfigSamples.own("conf/session.conf", "play.http.session.cookieName = SHOP\n"));
        assertThat(ConfigSamples.seen(scan.finish(ConfigSamples.uses("play.mvc.Result#addingToSession"))))
                .containsExactly("SHOP certain conf/session.conf:1:1");
        assertThat(scan.warnings())
                .containsExactly(
                        "conf/application.conf includes '/etc/shop.conf', which is not among the files that are"
                                + " read, so cookies that it names may be missing");
    }

    // ---- placeholders -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${shop.name} | acme certain",
                "${shop.name}_sid | acme_sid certain",
                "${SID:sid} | sid certain",
                "${SID:${shop.name}_x} | acme_x certain",
                "${SID}_sid | *_sid pattern",
                "@project.artifactId@-sid | *-sid pattern",
                "${SID} | ? unresolved",
                "#{T(x).y} | ? unresolved",
                "${shop.loop} | ? unresolved",
                "not a name | ? unresolved",
            })
    void placeholdersAreResolvedInTheSameConfiguration(String value, String expected) {
        assertThat(seen(
                        ConfigSamples.uses(SESSION),
                        properties("server.servlet.session.cookie.name=" + value + "\n"),
                        ConfigSamples.own(
                                "src/main/resources/shop.yml", "shop:\n  name: acme\n  loop: ${shop.loop}\n")))
                .containsExactly(expected + " src/main/resources/application.properties:1:1");
    }

    // ---- metadata of dependencies -----------------------------------------------------------------------------------

    private static final TextFile WIDGET = new TextFile(
            "META-INF/spring-configuration-metadata.json",
            "com.acme:widget:1",
            "{\"properties\":[{\"name\":\"acme.widget.cookie-name\",\"defaultValue\":\"acme_w\"}]}");

    @Test
    void aDescribedKeyNamesACookie() {
        assertThat(seen(NONE, WIDGET, properties("acme.widget.cookieName=mine\n")))
                .containsExactly("mine certain src/main/resources/application.properties:1:1");
    }

    @Test
    void aDescribedDefaultIsAClaimBesideAKeyOfItsGroup() {
        assertThat(seen(NONE, WIDGET, properties("acme.other=cookie\n"))).isEmpty();
        assertThat(seen(NONE, WIDGET, properties("acme.widget.cookie-path=/\n")))
                .containsExactly("acme_w claimed src/main/resources/application.properties:1:1");
        assertThat(seen(NONE, WIDGET)).isEmpty();
    }

    @Test
    void aKeyOfOnesOwnCountsWhereOwnCodeMakesCookies() {
        TextFile own = properties("shop.jwt.cookieName=shop_token\nshop.cookie.text=We like cookies\n");
        assertThat(seen(NONE, own)).isEmpty();
        assertThat(seen(
                        ConfigSamples.uses("org.springframework.http.ResponseCookie#from"),
                        own,
                        ConfigSamples.own("src/main/resources/messages.properties", "table.cookie.name=Name\n")))
                .containsExactly("shop_token certain src/main/resources/application.properties:1:1");
    }

    // ---- dependencies -----------------------------------------------------------------------------------------------

    @Test
    void aDependencysFilesCountWhereFrameworksReadThem() {
        String fragment =
                "<web-fragment><session-config><cookie-config><name>F</name></cookie-config></session-config></web-fragment>";
        List<Evidence> evidence =
                ConfigSamples.scan(NONE, new TextFile("META-INF/web-fragment.xml", "com.acme:widget:1", fragment));
        assertThat(ConfigSamples.seen(evidence)).containsExactly("F certain META-INF/web-fragment.xml:1:46");
        assertThat(evidence.get(0).origin()).isEqualTo("com.acme:widget:1");
        assertThat(seen(
                        NONE,
                        new TextFile(
                                "samples/web.properties",
                                "com.acme:widget:1",
                                "server.servlet.session.cookie.name=NO")))
                .isEmpty();
    }

    // ---- attributes -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "30m, 30 MINUTES",
        "1800, 1800 SECONDS",
        "14d, 14 DAYS",
        "PT30M, 30 MINUTES",
        "P14D, 14 DAYS",
        "2H, 2 HOURS",
        "PT1H30M, 90 MINUTES",
        "5 minutes, 5 MINUTES",
        "-1, SESSION",
        "0, ",
        "soon, ",
        "99999999999999999999, ",
    })
    void durationsAreReadAsFrameworksWriteThem(String text, String expected) {
        String read = ConfigValues.lifetime(text)
                .map(lifetime -> lifetime instanceof Lifetime.Lasting lasting
                        ? lasting.amount() + " " + lasting.unit().name()
                        : "SESSION")
                .orElse(null);
        assertThat(read).isEqualTo(expected);
    }
}
