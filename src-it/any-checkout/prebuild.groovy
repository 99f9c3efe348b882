import java.nio.file.Files

// A checkout on Windows: other line ends, a name with blanks and letters that are not ASCII. And nobody may write there.
def plain = new File(basedir, 'plain')
def odd = new File(basedir, 'Größe & 50 % (été) #1')
plain.eachFileRecurse { file ->
    def copy = new File(odd, plain.toPath().relativize(file.toPath()).toString())
    if (file.directory) {
        copy.mkdirs()
    } else {
        copy.parentFile.mkdirs()
        copy.setText(file.getText('UTF-8').replace('\n', '\r\n'), 'UTF-8')
    }
}
// Whoever is root may write all the same: so what is there is looked at as well.
new File(basedir, 'before.txt').setText(Listing.of(odd), 'UTF-8')
odd.eachFileRecurse { it.setReadOnly() }
odd.setReadOnly()
return true

class Listing {
    static String of(File folder) {
        def lines = []
        folder.eachFileRecurse { lines << "${folder.toPath().relativize(it.toPath())} ${it.directory ? '' : it.length()} ${it.lastModified()}" }
        return lines.sort().join('\n')
    }
}
