import groovy.json.JsonSlurper

// Nothing to say: one line, and the pom's word has precedence over the property.
def log = new File(basedir, 'build.log').text
assert log.count('Cookie charter:') == 2
assert !log.contains('name-prefix') && !log.contains('unused-exception)')
assert !log.contains('WARNING] ' + basedir)

def run = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/findings.sarif')).runs[0]
assert run.results.size() == 1
assert run.results[0].suppressions[0].kind == 'inSource'
assert run.results[0].suppressions[0].justification.startsWith('The proxy')
assert run.results[0].suppressions[0].location.physicalLocation.region.startLine == 21
assert !run.tool.driver.rules.any { it.id == 'unused-exception' }

def page = new File(basedir, 'target/cookie-charter/findings.html').getText('UTF-8')
assert page.contains('The proxy in front of the application adds the attribute')
assert new File(basedir, 'target/classes/META-INF/resources/cookie-charter/policy.en.html').exists()
