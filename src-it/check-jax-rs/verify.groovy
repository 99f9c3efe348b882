import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def loans = new File(basedir, 'src/main/java/com/example/library/Loans.java')
def line = { File file, String text -> file.readLines().findIndexOf { it.contains(text) } + 1 }

// Red: a name of an enum's constant, a header by hand; what is only deleted is no fault.
['lib-branch', 'lib-visit'].each {
    assert log =~ /(?m)^\[ERROR\] \Q${loans}\E:\[\d+,1\] the cookie '${it}' is set here .* \(undeclared\)$/
}
assert log =~ /(?m)^\[ERROR\] \Q${loans}\E:\[${line(loans, '"Set-Cookie"')},1\] the cookie 'lib-visit'/
assert !log.contains("'lib-old'")

// Green after pasting, with the attributes that the code has.
def yaml = new File(basedir, 'cookies.yaml').getText('UTF-8')
assert yaml =~ /(?s)      lib-branch:.*?lifetime: 7 days.*?http-only: true/
assert yaml =~ /(?s)      lib-visit:.*?lifetime: 30 minutes.*?secure: true.*?same-site: Strict/
def evidence = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/evidence.json'))
assert evidence.find { it.name == 'lib-old' }.action == 'deletes'
assert !new File(basedir, 'target/cookie-charter/undeclared.yaml').exists()
assert log.contains('(unchanged)')
