import java.nio.file.Files

def odd = new File(basedir, 'Größe & 50 % (été) #1')
try {
    // Nothing was written into the checkout.
    def lines = []
    odd.eachFileRecurse { lines << "${odd.toPath().relativize(it.toPath())} ${it.directory ? '' : it.length()} ${it.lastModified()}" }
    assert lines.sort().join('\n') == new File(basedir, 'before.txt').getText('UTF-8')

    // And what was built elsewhere has the bytes of the plain build, but for the name of the folder in the reports.
    def artefacts = { File folder ->
        def found = [:]
        ['classes/META-INF', 'generated-sources/cookie-charter', 'cookie-charter'].each { part ->
            def from = new File(folder, part)
            assert from.directory
            from.eachFileRecurse {
                if (it.file && !it.name.endsWith('.state')) {
                    found[folder.toPath().relativize(it.toPath()).toString()] = it.getText('UTF-8')
                            .replace('Größe &amp; 50 % (été) #1/cookies.yaml', 'plain/cookies.yaml')
                            .replace('Gr%C3%B6%C3%9Fe%20%26%2050%20%25%20%28%C3%A9t%C3%A9%29%20%231/cookies.yaml', 'plain/cookies.yaml')
                }
            }
        }
        return found
    }
    def expected = artefacts(new File(basedir, 'plain/target'))
    def actual = artefacts(new File(basedir, 'built'))
    assert actual.keySet() == expected.keySet()
    expected.each { name, text -> assert actual[name] == text : name }
    assert expected.keySet().any { it.endsWith('policy.fr.html') } && expected.keySet().any { it.endsWith('cookies.fr.yaml') }
    assert expected['cookie-charter/evidence.json'].contains('"theme"')
} finally {
    odd.setWritable(true)
    odd.eachFileRecurse { it.setWritable(true) }
}
return true
