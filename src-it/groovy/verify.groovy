// Groovy compiles against the class that javac has made of the generated source, and runs with it.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def library = new File(localRepositoryPath, 'org/apache/groovy/groovy/4.0.31/groovy-4.0.31.jar')
def path = new File(basedir, 'target/classes').path + File.pathSeparator + library.path
def run = [java, '-cp', path, 'com.example.shop.Offers'].execute()
assert run.text.trim() == 'sid false true false marketing'
