// Kotlin compiles against the generated Java source, and runs with the class that javac makes of it.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def library = new File(localRepositoryPath, 'org/jetbrains/kotlin/kotlin-stdlib/2.1.0/kotlin-stdlib-2.1.0.jar')
def path = new File(basedir, 'target/classes').path + File.pathSeparator + library.path
def run = [java, '-cp', path, 'com.example.shop.OffersKt'].execute()
assert run.text.trim() == 'sid false true false marketing'
