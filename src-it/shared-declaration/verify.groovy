def jar = { String module ->
    def zip = new java.util.zip.ZipFile(new File(basedir, "${module}/target/${module}-1.0.jar"))
    def names = zip.entries().collect { it.name }
    zip.close()
    names
}
// Pages, banner and class are in one jar alone; each module with code has its own report.
assert jar('charter').containsAll(['META-INF/resources/cookie-charter/policy.en.html', 'com/example/charter/Cookies.class'])
for (module in ['shop', 'app']) {
    assert !jar(module).any { it.contains('cookie-charter') || it.endsWith('/Cookies.class') }
    assert new File(basedir, module + '/target/cookie-charter/check.html').exists()
}
assert !new File(basedir, 'charter/target/cookie-charter/check.html').exists()
assert !new File(basedir, 'target/cookie-charter').exists()

// The first build finds nothing, since the class of another module is known to ask; the second knows where it is amiss.
def builds = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
assert builds.length == 2
assert !builds[0].contains('cookies.yaml:[') && !builds[0].contains('.java:[')
assert builds[0].findAll(/(?m)^\[INFO\] Cookie charter: \d+ classes and 0 files, nothing found -> target.cookie-charter.check\.html$/).size() == 2
def place = new File(basedir, 'shop/src/main/java/com/example/shop/Visits.java').absolutePath
assert builds[1].contains(place + ":[16,1] the cookie 'visits' is set here (new jakarta.servlet.http.Cookie) and not declared: declare it, or remove it (undeclared)")
