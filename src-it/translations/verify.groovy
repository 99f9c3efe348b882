def log = new File(basedir, 'build.log').getText('UTF-8')
def page = { new File(basedir, "target/generated-resources/cookie-charter/META-INF/resources/cookie-charter/policy.${it}.html").getText('UTF-8') }

// What is missing, as the file that the translator takes over.
assert log =~ /(?m)^\[INFO\] pl: 2 texts missing, to be translated in target\/cookie-charter\/translations\/cookies\.pl\.yaml$/
assert log.contains('[INFO] pl: nothing is missing')
assert new File(basedir, 'target/cookie-charter/translations/cookies.ar.yaml').getText('UTF-8').contains('accept-all:')

// The translator's words on the Polish page, in whose plurals five are "dni"; Arabic runs from right to left.
assert page('pl').contains('Logowanie') && page('pl').contains('5 dni')
assert page('ar').contains('dir="rtl"')

// A text that is given twice is an error that names both places.
assert log =~ /(?m)^\[ERROR\] .*cookies\.ar\.yaml:\[3,11\] .*cookies\.yaml/
