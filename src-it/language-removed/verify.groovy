def web = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources/cookie-charter')
assert new File(web, 'policy.fr.html').exists()
assert !new File(web, 'policy.en.html').exists()
assert !new File(web, 'policy.en.fragment.html').exists()
assert !new File(web, 'policy.fr.html').getText('UTF-8').contains('hreflang="en"')

// What the plugin did not write stays.
assert new File(basedir, 'target/classes/META-INF/resources/cookie-charter/own.html').exists()
