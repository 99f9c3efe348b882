def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'bad.yaml').absolutePath

// Every problem at once, each with its place, in the form that editors turn into links.
assert log =~ /(?m)^\[ERROR\] .*bad\.yaml:\[5,3\] .*'contakt'.*'contact'/
assert log =~ /(?m)^\[ERROR\] .*bad\.yaml:\[9,15\] .*'neccessary'.*'necessary'/
assert log =~ /(?m)^\[ERROR\] .*bad\.yaml:\[20,\d+\] .*'13 mois'/
assert log.contains(file + ':[')
assert !log.contains('Exception:') && !log.contains('jackson') && !log.contains('snakeyaml')

// What the last good build wrote is still there, whole.
def web = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources/cookie-charter')
assert new File(web, 'policy.en.html').getText('UTF-8').contains('visits')
assert new File(basedir, 'target/generated-sources/cookie-charter/com/example/bad/Cookies.java').exists()
