// The README's first promise: one file becomes pages, a banner, a class, and the class compiles.
def web = new File(basedir, 'target/classes/META-INF/resources/cookie-charter')
for (name in ['policy.html', 'policy.fr.html', 'policy.en.html', 'policy.fr.fragment.html', 'policy.en.fragment.html',
              'policy.css', 'banner.js', 'runtime.js', 'runtime.css', 'head.html', 'head.js', 'charter.json']) {
    assert new File(web, name).length() > 0 : name + ' is missing'
}
assert new File(web, 'policy.html').bytes == new File(web, 'policy.fr.html').bytes
assert new File(web, 'policy.fr.html').getText('UTF-8').contains('<html lang="fr"')
assert new File(basedir, 'target/classes/com/example/portal/Cookies.class').exists()
assert new File(basedir, 'target/classes/com/example/portal/Session.class').exists()
assert new File(basedir, 'target/cookie-charter/preview.html').exists()

// The editor finds the schema where the first line of the declaration says.
def editorLine = new File(basedir, 'cookies.yaml').readLines('UTF-8')[0]
assert new File(basedir, editorLine.split('=')[1]).exists()

// Calm output: one line, and it tells where the artefacts are.
def log = new File(basedir, 'build.log').readLines('UTF-8')
assert log.count { it.contains('Cookie charter:') } == 1
assert log.find { it.contains('Cookie charter:') }.contains('META-INF')

// The example is exemplary: the rules find nothing in it, not even a note, and the report says so.
assert log.findAll { it.contains('cookies.yaml:[') }.empty
assert new File(basedir, 'target/cookie-charter/findings.html').exists()
