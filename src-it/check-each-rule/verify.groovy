import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def java = new File(basedir, 'src/main/java/com/example/rules/Login.java')
def html = new File(basedir, 'src/main/resources/templates/home.html')
def line = { File file, String text -> file.readLines().findIndexOf { it.contains(text) } + 1 }

// One line for each finding, as editors link it, the gravest first.
assert log =~ /(?m)^\[ERROR\] \Q${java}\E:\[${line(java, '"theme"')},1\] the cookie 'theme' is set here .* \(undeclared\)$/
assert log =~ /(?m)^\[ERROR\] \Q${java}\E:\[${line(java, 'settings.cookieName()')},1\] a cookie is set here, but its name cannot be determined .*set-by: com\.example\.rules\.Login#nameUnknown \(name-unknown\)$/
assert log =~ /(?m)^\[WARNING\] \Q${java}\E:\[${line(java, '"sid"')},1\] the cookie 'sid': http-only is declared 'true' and is 'false' here, lifetime is declared '14 days' and is '30 days' here.* \(attributes-differ\)$/
assert log =~ /(?m)^\[WARNING\] \Q${java}\E:\[${line(java, '"layout"')},1\] the cookie 'layout' needs consent .*Cookies\.isAllowed\("layout", consent\).* \(set-before-consent\)$/
assert log =~ /(?m)^\[WARNING\] \Q${html}\E:\[${line(html, 'clarity')},\d+\] .*clarity.* \(undeclared-elsewhere\)/
assert log =~ /(?m)^\[INFO\] .*cookies\.yaml:\[\d+,7\] the cookie 'sso_token' is declared, and no scanned file .* \(never-found\)$/
assert (log =~ /set-before-consent\)/).size() == 1
assert log.contains('the code and cookies.yaml differ: 2 errors')

def results = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/check.sarif')).runs[0].results
assert results*.ruleId.toSet() == ['undeclared', 'name-unknown', 'undeclared-elsewhere', 'attributes-differ', 'set-before-consent', 'never-found'] as Set
def theme = results.find { it.ruleId == 'undeclared' }
assert theme.locations[0].physicalLocation.artifactLocation.uri == 'src/main/java/com/example/rules/Login.java'
assert theme.locations[0].logicalLocations[0].fullyQualifiedName == "com.example.rules.Login#undeclared:${line(java, '"theme"')}"
assert results.find { it.ruleId == 'attributes-differ' }.relatedLocations[0].physicalLocation.artifactLocation.uri == 'cookies.yaml'
