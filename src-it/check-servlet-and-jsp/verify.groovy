import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def servlet = new File(basedir, 'src/main/java/com/example/town/Districts.java')
def jsp = new File(basedir, 'src/main/webapp/index.jsp')
def xml = new File(basedir, 'src/main/webapp/WEB-INF/web.xml')
def line = { File file, String text -> file.readLines().findIndexOf { it.contains(text) } + 1 }
def isAnError = { File file, String text, String what, String rule ->
    assert log =~ /(?m)^\[ERROR\] \Q${file}\E:\[${line(file, text)},\d+\] .*\Q${what}\E.* \(${rule}\)$/
}

// Red, with the place of each.
isAnError(servlet, '"district", ', "the cookie 'district'", 'undeclared')
isAnError(servlet, 'getParameter("name")', 'its name cannot be determined', 'name-unknown')
isAnError(jsp, '"visited"', "the cookie 'visited'", 'undeclared')
isAnError(jsp, 'document.cookie', "the cookie 'size'", 'undeclared')
isAnError(xml, 'TOWNSESSION', "the cookie 'TOWNSESSION'", 'undeclared')

// Pasted: what has a name is declared; what has none is told in a comment, and set-by answers for it.
def yaml = new File(basedir, 'cookies.yaml').getText('UTF-8')
['district', 'visited', 'size', 'TOWNSESSION'].each { assert yaml.contains("      ${it}:\n") }
assert yaml.contains('#         set-by: [ "com.example.town.Districts#doGet" ]')
assert log.contains("the code and cookies.yaml differ: 1 error and 3 warnings, see target/cookie-charter/check.html")
def evidence = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/evidence.json'))
assert evidence.findAll { it.certainty == 'unresolved' }*.place == ["com.example.town.Districts#doGet:${line(servlet, 'getParameter("name")')}"]
// Green: what is left needs consent and does not ask for it.
assert log =~ /(?m)^\[INFO\] Cookie charter: \d+ classes and 2 files, 3 warnings -> target\/cookie-charter\/check\.html$/
assert log.readLines().reverse().find { it.contains('BUILD ') } == '[INFO] BUILD SUCCESS'
