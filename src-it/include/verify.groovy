def page = { String language -> new File(basedir, "app/target/classes/META-INF/resources/cookie-charter/policy.${language}.html").getText('UTF-8') }
assert page('en').contains('Account') && page('en').contains('1 week') && !page('en').contains('2 weeks')
assert page('fr').contains('Connexion') && page('fr').contains('YouTube')
def constants = new File(basedir, 'app/target/generated-sources/cookie-charter').absoluteFile
assert new File(constants, 'com/example/app/Cookies.java').getText('UTF-8').contains('"lang"')
// The library's declaration has no site: it travels in its jar, and makes a class of names and no page.
assert new java.util.zip.ZipFile(new File(basedir, 'login/target/login-1.0.jar')).getEntry('META-INF/cookie-charter/cookies.yaml')
def log = new File(basedir, 'build.log').text
assert new File(basedir, 'login/target/generated-sources/cookie-charter/com/example/login/Cookies.java').getText('UTF-8').contains('"sid"')
assert !new File(basedir, 'login/target/classes/META-INF/resources').exists()
assert !log.contains('[WARNING]')
