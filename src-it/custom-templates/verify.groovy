def web = new File(basedir, 'target/classes/META-INF/resources/cookie-charter')
def page = new File(web, 'policy.en.html').getText('UTF-8')
assert page.contains('<div class="our-header">Cookie policy – Example</div>')
assert page.contains('data-cookie="SESSION"')
// The other templates are the built-in ones.
assert new File(web, 'policy.css').getText('UTF-8').contains('--cookie-charter-')
