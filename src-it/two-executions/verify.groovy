def web = new File(basedir, 'target/classes/META-INF/resources')
assert new File(web, 'shop/policy.en.html').getText('UTF-8').contains('visits')
assert new File(web, 'desk/policy.en.html').getText('UTF-8').contains('hits')

// The third build let both write the same files: refused, with both named, and nothing lost.
def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\].*'shop'/ && log =~ /\[ERROR\].*'desk'/
def generated = new File(basedir, 'target/generated-resources/cookie-charter/META-INF/resources')
assert new File(generated, 'shop/policy.en.html').getText('UTF-8').contains('visits')
assert new File(generated, 'desk/policy.en.html').getText('UTF-8').contains('hits')
