for (module in ['shop', 'desk']) {
    def page = new File(basedir, module + '/target/classes/META-INF/resources/cookie-charter/policy.en.html')
    assert page.getText('UTF-8').contains(module.capitalize())
    assert new File(basedir, module + '/target/classes/com/example/' + module + '/Cookies.class').exists()
}
// A module without a declaration, and the parent: skipped with one line, nothing written.
assert !new File(basedir, 'library/target/cookie-charter').exists()
assert !new File(basedir, 'library/target/generated-sources/cookie-charter').exists()
assert !new File(basedir, 'target/cookie-charter').exists()
def log = new File(basedir, 'build.log').text
assert log.readLines().count('[INFO] No legal/cookies.yaml in this module: skipped.') == 5
assert log.findAll(/(?m)^\[INFO] No cookies\.yaml in this module: skipped\.$/).size() == 1
assert log.findAll(/No cookies\.yaml in this module: skipped\. 'mvn cookie-charter:init' writes a first one\./).size() == 1
assert !log.contains('not marked as @threadSafe') && !log.contains('not marked as thread-safe')
