def log = new File(basedir, 'build.log').text
def yaml = new File(basedir, 'cookies.yaml').getText('UTF-8')

// Without a declaration a build has one line that says how to get one.
assert log.contains("No cookies.yaml in this module: skipped. 'mvn cookie-charter:init' writes a first one.")

// The site from the pom, cookies from code and page, purposes and lifetimes from what is widely known.
assert yaml.startsWith('# yaml-language-server: $schema=target/cookie-charter/cookies.schema.json\n')
assert yaml.contains('  name: "Notes: \\"Club\\""  # review')
assert yaml.contains('  url: "https://www.example.org"  # review')
assert yaml =~ /(?s)      note_size:.*?lifetime: 365 days/
assert yaml =~ /(?s)      JSESSIONID:\n        purpose: \{ standard: session }/
assert yaml =~ /(?s)providers:\n  microsoft-clarity:.*services:.*  microsoft-clarity:\n    category: statistics.*_clck:/
assert log =~ /Cookie charter: wrote cookies\.yaml from \d+ class(es)? and \d+ files?; go through its \d+ lines marked 'review'/

// The next build takes it as it is, and nothing is undeclared; a second one is refused, and nothing is overwritten.
assert log =~ /(?m)^\[INFO\] Cookie charter: \d+ cookies, .* -> /
assert !log.contains('(undeclared)') && !log.contains('(undeclared-elsewhere)')
assert log.contains('cookies.yaml already exists and was not changed')
