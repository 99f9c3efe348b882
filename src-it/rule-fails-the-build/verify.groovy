import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'bad.yaml').absolutePath

// The place as editors link it, the remedy, the rule's page, and what became of the build.
assert log =~ /(?m)^\[ERROR\] \Q${file}\E:\[14,7\] .*secure.* \(name-prefix\)$/
assert log =~ /(?m)^\[ERROR\]     secure: true$/
assert log =~ /(?m)^\[ERROR\]     see https:.*\/rules\/name-prefix\.html$/
assert log.contains('bad.yaml has 1 error: nothing was generated, see target/cookie-charter/findings.html')
assert log.contains("the parameter rules names the rule 'name-prefx', which is unknown: did you mean 'name-prefix'?")

// What the last good build wrote is still there, and nothing of the bad declaration but the reports.
def web = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources/cookie-charter')
assert new File(web, 'policy.en.html').getText('UTF-8').contains('SESSION')
assert !new File(web, 'policy.en.html').getText('UTF-8').contains('__Host-')
assert !new File(basedir, 'target/generated-sources/cookie-charter/com/example/failing/Cookies.java').text.contains('__Host-SESSION')
assert !new File(basedir, 'target/cookie-charter/preview.html').getText('UTF-8').contains('__Host-')

def run = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/findings.sarif')).runs[0]
assert run.results.size() == 1
assert run.results[0].ruleId == 'name-prefix' && run.results[0].level == 'error'
assert run.results[0].locations[0].physicalLocation.artifactLocation.uri == 'bad.yaml'
assert run.results[0].locations[0].physicalLocation.region == [startLine: 14, startColumn: 7]
assert new File(basedir, 'target/cookie-charter/findings.html').getText('UTF-8').contains('secure: true')
