assert new File(basedir, 'build.log').text.contains('Tests run: 4, Failures: 0, Errors: 0, Skipped: 0')

// The packaged application, as its users start it, on a free port of the loopback address.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def log = new File(basedir, 'target/run.log')
def process = new ProcessBuilder(java, '-Dquarkus.http.port=0', '-jar', new File(basedir, 'target/quarkus-app/quarkus-run.jar').path)
        .redirectErrorStream(true).redirectOutput(log).start()
try {
    def address = null
    for (int i = 0; i < 600 && address == null && process.alive; i++) {
        def found = log.getText('UTF-8') =~ /Listening on: (http:\/\/127\.0\.0\.1:\d+)/
        address = found ? found[0][1] : null
        sleep(50)
    }
    assert address != null: log.text
    for (file in ['policy.fr.html', 'banner.js?v=1', 'runtime.js?v=2']) {
        def connection = new URL(address + '/cookie-charter/' + file).openConnection()
        assert connection.responseCode == 200
        assert connection.getHeaderField('Cache-Control').contains('max-age=86400')
        assert connection.inputStream.bytes == new File(basedir, 'target/classes/META-INF/resources/cookie-charter/' + file.replaceFirst('[?].*', '')).bytes
    }
    for (page in ['/', '/cookies']) {
        assert new URL(address + page).getText('UTF-8').contains('<script defer src="/cookie-charter/banner.js?v=')
    }
} finally {
    process.destroyForcibly()
}
