import java.util.zip.ZipFile

// The tests inside the project asked a servlet container; here: what is in the package.
def war = new ZipFile(new File(basedir, 'target/shop-1.0.war'))
assert war.getEntry('index.html') != null
assert war.getEntry('cookie-charter/policy.fr.html') != null
assert war.getEntry('cookie-charter/banner.js') != null
assert war.getEntry('WEB-INF/classes/com/example/shop/Cookies.class') != null
war.close()
assert new File(basedir, 'build.log').text.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
