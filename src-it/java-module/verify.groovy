// The class is in a module of its own name, and runs in it.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def run = [java, '-p', new File(basedir, 'target/classes').path, '-m', 'com.example.shop/com.example.shop.Offers'].execute()
assert run.text.trim() == 'sid false true false'
