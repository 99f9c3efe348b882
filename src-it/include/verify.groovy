def page = { String language -> new File(basedir, "app/target/classes/META-INF/resources/cookie-charter/policy.${language}.html").getText('UTF-8') }
assert page('en').contains('Account') && page('en').contains('1 week') && !page('en').contains('2 weeks')
assert page('fr').contains('Connexion') && page('fr').contains('YouTube')
def constants = new File(basedir, 'app/target/generated-sources/cookie-charter').absoluteFile
assert new File(constants, 'com/example/app/Cookies.java').getText('UTF-8').contains('"lang"')
// The library has no declaration of its own, and its part travels in its jar.
assert new java.util.zip.ZipFile(new File(basedir, 'login/target/login-1.0.jar')).getEntry('META-INF/cookie-charter/cookies.yaml')
def log = new File(basedir, 'build.log').text
assert log.contains('No cookies.yaml in this module: skipped.')
assert !log.contains('[WARNING]')
