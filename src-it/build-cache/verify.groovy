import java.util.zip.ZipFile

def inJar = { String jar, String name ->
    def zip = new ZipFile(new File(basedir, jar))
    try {
        def entry = zip.getEntry(name)
        return entry == null ? null : zip.getInputStream(entry).getText('UTF-8')
    } finally {
        zip.close()
    }
}
def page = { String jar, String language, String path = 'cookie-charter' ->
    inJar(jar, "META-INF/resources/${path}/policy.${language}.html")
}
def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('Reactor Summary')
def modules = ['declared', 'translated', 'templates', 'checked', 'valued']
modules.each {
    // The first build makes all of them, the second one restores all of them.
    assert builds[0].contains("Local build was not found by checksum") && !builds[0].contains("restoring com.example:${it} from cache")
    assert builds[1].contains("restoring com.example:${it} from cache")
    assert new File(basedir, "restored/${it}/target/generated-sources/cookie-charter/com/example/${it}/Cookies.java").exists()
    assert inJar("restored/${it}/target/${it}-1.0.jar", "com/example/${it}/Cookies.class") != null
}
assert page('restored/declared/target/declared-1.0.jar', 'en').contains('data-cookie="SESSION"')
assert page('restored/translated/target/translated-1.0.jar', 'fr').contains('Garder la session ouverte')
assert page('restored/templates/target/templates-1.0.jar', 'en').contains('"our-header"')
assert page('restored/valued/target/valued-1.0.jar', 'en', 'cookies') != null

// What was edited is what is delivered: the declaration, a translator's file, a template, a value in the pom.
assert page('declared/target/declared-1.0.jar', 'en').contains('data-cookie="PORTAL"')
assert !page('declared/target/declared-1.0.jar', 'en').contains('data-cookie="SESSION"')
assert page('translated/target/translated-1.0.jar', 'fr').contains('Rester identifié')
assert page('templates/target/templates-1.0.jar', 'en').contains('"our-new-header"')
assert page('valued/target/valued-1.0.jar', 'en', 'legal') != null
assert page('valued/target/valued-1.0.jar', 'en', 'cookies') == null

// And a script that sets what nobody declared is not hidden by a build that was green before.
assert log =~ /(?m)^\[ERROR\] .*theme\.js:\[1,\d+\] the cookie 'theme' is set here .* \(undeclared\)$/
assert log =~ /(?m)^\[ERROR\] Failed to execute goal .*:check .* on project checked/
