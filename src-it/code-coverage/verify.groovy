// JaCoCo's check demands that all instructions are covered: most of the generated class never runs here.
def log = new File(basedir, 'build.log').text
assert log.contains('All coverage checks have been met.')
assert new File(basedir, 'target/classes/com/example/code_coverage/Cookies$Consent.class').exists()
def report = new File(basedir, 'target/site/jacoco/jacoco.csv').text
assert report.contains(',Offers,')
assert !report.contains('Cookies')
