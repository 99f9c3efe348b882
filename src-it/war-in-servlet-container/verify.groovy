import java.util.zip.ZipFile

// The tests inside the project asked a servlet container; here: what is in the package.
def war = new ZipFile(new File(basedir, 'target/shop-1.0.war'))
assert war.getEntry('index.html') != null
assert war.getEntry('cookie-charter/policy.fr.html') != null
assert war.getEntry('cookie-charter/banner.js') != null
assert war.getEntry('WEB-INF/classes/com/example/shop/Cookies.class') != null
war.close()
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 7, Failures: 0, Errors: 0, Skipped: 0')
// Nothing is found in the first build; the second calls the session's cookie by another name than web.xml.
def builds = log.split('BUILD SUCCESS')
assert builds.length == 2
// Maven itself may warn of something, by its version and the JDK's; the plugin does not.
def ofPlugin = builds[0].split(/(?m)^\[INFO\] --- /).findAll { it.startsWith('cookie-charter') }
assert ofPlugin.size() == 2 && !ofPlugin.any { it.contains('WARNING') }
assert builds[1].contains("""src/main/webapp/WEB-INF/web.xml:[14,7] the cookie 'SESSION' is set here (named by web-app/session-config/cookie-config/name) and not declared: declare it, or remove it (undeclared)""")
