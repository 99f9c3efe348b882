def second = new File(basedir, 'target/second-build').lastModified()
def older = 0
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { file ->
    if (file.path.contains('generated-') || file.path.contains('cookie-charter')) {
        assert file.lastModified() < second : file.path + ' was written again'
        older++
    }
}
assert older > 10

def log = new File(basedir, 'build.log').text
assert log.contains('Nothing to compile')
assert log.count('Cookie charter:') == 2
