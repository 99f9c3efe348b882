def web = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources/cookie-charter')
assert new File(web, 'policy.fr.html').exists()
assert !new File(web, 'policy.en.html').exists()
assert !new File(web, 'policy.en.fragment.html').exists()
assert !new File(web, 'policy.fr.html').getText('UTF-8').contains('hreflang="en"')


// What the build copied of the pages that are gone is gone too: it would go into the jar.
def copied = new File(basedir, 'target/classes/META-INF/resources/cookie-charter')
assert new File(copied, 'policy.fr.html').exists()
assert !new File(copied, 'policy.en.html').exists()
assert !new File(copied, 'policy.en.fragment.html').exists()

// What the plugin did not write stays.
assert new File(basedir, 'target/classes/META-INF/resources/cookie-charter/own.html').exists()
