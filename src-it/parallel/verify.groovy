def built = { File root ->
    def found = new TreeMap()
    root.eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def name = root.toPath().relativize(file.toPath()).toString()
        // Notes of this plugin and of the compiler's plugin, which name folders.
        if (!name.contains("cookie-charter${File.separator}.") && !name.endsWith('.state') && !name.startsWith('maven-status')) {
            found[name] = file.bytes
        }
    }
    found
}
for (module in (1..12).collect { String.format('m%02d', it) }) {
    def parallel = built(new File(basedir, module + '/parallel'))
    def serial = built(new File(basedir, module + '/serial'))
    assert parallel.keySet() == serial.keySet()
    assert serial.containsKey(module + '-1.0.jar')
    serial.each { name, bytes -> assert Arrays.equals(bytes, parallel[name]) : "${module}: ${name} differs" }
    def page = new File(basedir, module + '/parallel/classes/META-INF/resources/cookie-charter/policy.en.html').getText('UTF-8')
    assert page.contains('Example ' + module) && page.contains(module + '-visits')
}
