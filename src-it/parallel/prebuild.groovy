for (module in (1..12).collect { String.format('m%02d', it) }) {
    def folder = new File(basedir, module)
    folder.mkdirs()
    for (name in ['pom.xml', 'cookies.yaml']) {
        new File(folder, name).setText(new File(basedir, 'module/' + name).getText('UTF-8').replace('module', module), 'UTF-8')
    }
}
return true
