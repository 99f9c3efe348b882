import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'bad.yaml').absolutePath
assert log =~ /(?m)^\[INFO\] Cookie charter: 1 cookie, 1 category, 1 language, nothing found -> target\/cookie-charter\/findings\.html$/
assert log =~ /(?m)^\[INFO\] Cookie charter: 1 cookie, 1 category, 1 language, 1 error -> target\/cookie-charter\/findings\.html$/
assert log.count(file + ':[14,7]') == 2
assert log.contains('bad.yaml has 1 error: see target/cookie-charter/findings.html')
assert log.contains('Skipped (cookie-charter.skip=true).')

// The reports and nothing else: no artefact, no state, and no class of code that does not compile.
assert new File(basedir, 'target').list() as Set == ['cookie-charter'] as Set
def names = new File(basedir, 'target/cookie-charter').list().findAll { !it.startsWith('.') } as Set
assert names == ['findings.html', 'findings.sarif'] as Set
def run = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/findings.sarif')).runs[0]
assert run.results*.ruleId == ['name-prefix']
