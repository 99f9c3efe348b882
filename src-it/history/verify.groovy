def log = new File(basedir, 'build.log').text
def history = new File(basedir, 'target/charter/cookies.history')

assert log =~ /(?m)^\[INFO\] Cookie charter: recorded target\/charter\/cookies\.history\/2026-11-01-r\d+\.zip, charter [0-9a-f]{64}$/
assert log =~ /(?m)^\[INFO\] Cookie charter: no change since cookies\.history\/2026-11-01-r\d+\.zip -> target\/cookie-charter\/changes\.html$/
assert log.count('the lifetime of _pk_id.* (Matomo) went from 13 to 12 months') == 8
assert log =~ /has 1 change since cookies\.history\/2026-11-01-r\d+\.zip, visitors are asked again \(failOnChange=reask\)/
assert log.contains('Cookie charter: 1 change since com.example:history:1.0, visitors are asked again')
assert log =~ /(?m)^\[INFO\] Cookie charter: nothing to record, the charter is already target\/charter\/cookies\.history\/2026-12-01-r\d+\.zip/

def names = history.list() as List
assert names.size() == 2 && names.sort()[0].startsWith('2026-11-01-r') && names[1].startsWith('2026-12-01-r')

// The page that was recorded is the page that the build published.
def page = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources/cookie-charter/policy.fr.html').text
assert page.contains('<time datetime="2026-12-01">')
def zip = new java.util.zip.ZipFile(new File(history, names[1]))
assert zip.getInputStream(zip.getEntry('cookie-charter/policy.fr.html')).getText('UTF-8') == page
zip.close()
