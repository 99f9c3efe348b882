def log = new File(basedir, 'build.log').getText('UTF-8')
def page = { new File(basedir, "target/generated-resources/cookie-charter/META-INF/resources/cookie-charter/policy.${it}.html").getText('UTF-8') }

// What is missing, as the file that the translator takes over.
assert log =~ /(?m)^\[INFO\] pl: 2 texts missing, to be translated in target\/cookie-charter\/translations\/cookies\.pl\.yaml$/
assert log.contains('[INFO] pl: nothing is missing')
assert new File(basedir, 'target/cookie-charter/translations/cookies.ar.yaml').getText('UTF-8').contains('\npolicy:\n')

// The translator's words on the Polish page, in whose plurals five are "dni"; the Arabic words, on a page that is English for the rest, are marked.
assert page('pl').contains('Logowanie') && page('pl').contains('5 dni')
assert page('ar') =~ /lang="ar"[^>]*>تسجيل الدخول</

// A text that is given twice is an error that names both places.
assert log =~ /(?m)^\[ERROR\] .*cookies\.ar\.yaml:\[3,5\] 'name' has a text in 'ar' already, in the declaration on line 9: /
