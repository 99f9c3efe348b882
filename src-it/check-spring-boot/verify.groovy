import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def shop = new File(basedir, 'src/main/java/com/example/shop/Shop.java')
def script = new File(basedir, 'src/main/resources/static/app.js')
def page = new File(basedir, 'src/main/resources/templates/home.html')
def config = new File(basedir, 'src/main/resources/application.properties')
def line = { File file, String text -> file.readLines().findIndexOf { it.contains(text) } + 1 }
def isAnError = { File file, String text, String what ->
    assert log =~ /(?m)^\[ERROR\] \Q${file}\E:\[${line(file, text)},\d+\] .*\Q${what}\E.* \(undeclared\)$/
}

// Red, with the place of each.
isAnError(shop, 'ResponseCookie.from("theme"', "the cookie 'theme'")
assert log =~ /(?m)^\[ERROR\] .*com.example.shop.*:\[\d+,1\] the cookie 'shop_basket' is set here .* \(undeclared\)$/
isAnError(config, 'server.servlet.session.cookie.name', "the cookie 'SHOPSESSION'")
isAnError(script, 'localStorage', "'layout' in local storage")
isAnError(script, 'document.cookie', "the cookie 'seen'")
isAnError(page, 'sessionStorage', "'draft' in session storage")
assert log =~ /(?m)^\[WARNING\] \Q${page}\E:\[${line(page, 'googletagmanager')},\d+\] .* \(undeclared-elsewhere\)/
assert log.contains('and target/cookie-charter/undeclared.yaml to paste from')

// Green after pasting: nothing undeclared is left, and a build without changes says so in one line.
def evidence = new JsonSlurper().parse(new File(basedir, 'target/cookie-charter/evidence.json'))
def names = { evidence.findAll { it.origin == 'own' && it.action == 'sets' }*.name as Set }
assert names().containsAll(['theme', 'shop_basket', 'SHOPSESSION', 'layout', 'seen', 'draft', '_ga', '_ga_ABC123'])
assert !names().contains('JSESSIONID')
assert !evidence.any { it.origin == 'own' && it.certainty == 'unresolved' }
def yaml = new File(basedir, 'cookies.yaml').getText('UTF-8')
assert yaml =~ /(?s)      theme:.*?lifetime: 180 days.*?secure: true.*?same-site: Lax/
assert yaml =~ /(?s)      shop_basket:.*?http-only: true/
assert !new File(basedir, 'target/cookie-charter/undeclared.yaml').exists()
assert log =~ /(?m)^\[INFO\] Cookie charter: \d+ classes and \d+ files, .* -> target\/cookie-charter\/check\.html \(unchanged\)$/
