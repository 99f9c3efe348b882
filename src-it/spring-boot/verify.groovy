def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 8, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
def war = new java.util.zip.ZipFile(new File(basedir, 'target/spring-1.0.war'))
assert war.getEntry('WEB-INF/classes/META-INF/resources/cookie-charter/banner.js')
war.close()
