def log = new File(basedir, 'build.log').text
// It is stopped before the audit is judged.
assert log.indexOf(':audit (audit)') < log.indexOf('Stopping application...')
assert log.indexOf('Stopping application...') < log.indexOf(':audit-verify (audit)')
assert log =~ /(?m)^\[INFO\] Cookie charter: \w+ [\d.]+ made 6 visits to 3 pages -> target\/cookie-charter\/audit-evidence.json$/
assert log =~ /(?m)^\[ERROR\] http:\/\/shop.localhost:\d+\/basket.js: the cookie 'campaign' is not declared, and Set-Cookie sets it, seen on 2 of 3 pages/
assert log =~ /(?m)^\[WARNING\] http:\/\/shop.localhost:\d+\/basket.js: the cookie 'basket' \(Set-Cookie\): lifetime is declared '30 days' and is '365 days' here/
assert !log.contains('logged-out')
assert log.contains('the running site and cookies.yaml differ: 1 error and ')
assert new File(basedir, 'target/cookie-charter/audit-undeclared.yaml').text.contains('campaign:')
assert new File(basedir, 'target/cookie-charter/audit.html').file
// No profile of a browser is left.
assert !new File(basedir, 'target/cookie-charter/audit-profiles').list()

assert log =~ /(?m)^\[WARNING\] The site was not audited: the browser '\/no\/such\/browser' was not found: /
assert log.contains("the parameter audit.ulr is unknown: did you mean 'audit.url'?")
assert log.contains('nobody listens at http://shop.localhost:1/ within 1 s: start the application before the audit')
