// The mark in a page that is a file is followed by what head.html holds, and every other byte stays.
def head = new File(basedir, 'target/classes/META-INF/resources/cookie-charter/head.html').getText('UTF-8').trim()
def source = new File(basedir, 'src/main/resources/static')
def built = new File(basedir, 'target/classes/static')

def inserted = '\n<!-- cookie-charter:begin -->\n' + head + '\n<!-- cookie-charter:end -->'
for (page in ['index.html': '<!-- cookie-charter:head -->', 'deep/latin.htm': '<!--cookie-charter:head-->']) {
    def before = new File(source, page.key).getText('ISO-8859-1')
    assert new File(built, page.key).getText('ISO-8859-1') == before.replace(page.value, page.value + inserted) : page.key
}
assert head.contains('banner.js?v=')
for (page in ['plain.html', 'app.html']) {
    assert new File(built, page).bytes == new File(source, page).bytes : page
}
// The other way: a tag that never changes. What it names is served beside the pages.
def script = new File(basedir, 'target/classes/META-INF/resources/cookie-charter/head.js').getText('UTF-8')
assert script.contains('banner.js?v=')

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Cookie charter: inserted the tags of head.html into 2 pages') == 2
