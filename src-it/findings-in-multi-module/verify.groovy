import groovy.json.JsonSlurper

// Relative to the root of the whole build, so that all reports of a build can be read together.
for (module in [[path: 'shop', line: 14], [path: 'apps/desk', line: 15]]) {
    def report = new File(basedir, module.path + '/target/cookie-charter/findings.sarif')
    def run = new JsonSlurper().parse(report).runs[0]
    def place = run.results[0].locations[0].physicalLocation
    assert place.artifactLocation == [uri: module.path + '/cookies.yaml', uriBaseId: '%SRCROOT%']
    assert place.region.startLine == module.line
    assert !report.text.contains(basedir.name) && !report.text.contains('file:')
}
def log = new File(basedir, 'build.log').text
assert log.contains(new File(basedir, 'shop/cookies.yaml').absolutePath + ':[14,7]')
assert log.contains(new File(basedir, 'apps/desk/cookies.yaml').absolutePath + ':[15,7]')
