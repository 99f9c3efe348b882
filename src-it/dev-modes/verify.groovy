import java.util.concurrent.TimeUnit

// Each dev mode starts with the plugin in the pom, and an edited declaration reaches the page by the next generate-resources.
def home = (new File(basedir, 'build.log').text =~ /(?m)^Maven home: (.*)$/)[0][1].trim()
def windows = System.getProperty('os.name').startsWith('Windows')

def maven = { String module, List<String> arguments, String output ->
    def mvn = new File(home, windows ? 'bin/mvn.cmd' : 'bin/mvn').path
    def command = [mvn, '-B', '-ntp', '-Dmaven.repo.local=' + localRepositoryPath] + arguments
    def builder = new ProcessBuilder(command).directory(new File(basedir, module))
    builder.environment().put('JAVA_HOME', System.getProperty('java.home'))
    builder.redirectErrorStream(true).redirectOutput(new File(basedir, output)).redirectInput(ProcessBuilder.Redirect.PIPE).start()
}
def end = { Process process ->
    def handles = process.toHandle().descendants().toList() + process.toHandle()
    handles.each { it.destroyForcibly() }
    process.waitFor(30, TimeUnit.SECONDS)
}
def await = { int seconds, Closure<?> attempt ->
    def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    def result = attempt()
    while (!result && System.nanoTime() < deadline) {
        sleep(200)
        result = attempt()
    }
    result
}
def content = { String address ->
    try {
        def connection = new URL(address).openConnection()
        connection.connectTimeout = 5000
        connection.readTimeout = 20000
        connection.responseCode == 200 ? connection.inputStream.getText('UTF-8') : ''
    } catch (IOException e) {
        ''
    }
}

def check = { String module, List<String> arguments, String started ->
    def output = module + '.log'
    def process = maven(module, arguments, output)
    try {
        def port = await(180) {
            def found = new File(basedir, output).text =~ started
            found ? found[0][1] : process.alive ? null : 'none'
        }
        assert port && port != 'none': new File(basedir, output).text
        def page = 'http://127.0.0.1:' + port + '/cookie-charter/policy.en.html'
        assert await(60) { content(page).contains('Show offers that match what you have bought') }: new File(basedir, output).text

        def yaml = new File(basedir, module + '/cookies.yaml')
        yaml.setText(yaml.getText('UTF-8').replace('Show offers that match', 'Recommend what suits'), 'UTF-8')
        def build = maven(module, ['generate-resources'], module + '-edited.log')
        assert build.waitFor(120, TimeUnit.SECONDS) && build.exitValue() == 0: new File(basedir, module + '-edited.log').text
        assert await(60) { content(page).contains('Recommend what suits what you have bought') }: new File(basedir, output).text
    } finally {
        end(process)
    }
}

check('jetty', ['jetty:run'], /Started .*ServerConnector.*\{127\.0\.0\.1:(\d+)}/)
check('spring-boot', ['spring-boot:run', '-Dspring-boot.run.arguments=--server.port=0 --server.address=127.0.0.1'], /Tomcat started on port (\d+)/)
check('quarkus', ['quarkus:dev', '-Ddebug=false', '-Dquarkus.http.port=0', '-Dquarkus.http.host=127.0.0.1',
        '-Dquarkus.analytics.disabled=true', '-Dquarkus.console.enabled=false'], /Listening on: http:\/\/127\.0\.0\.1:(\d+)/)
