assert !new File(basedir, 'target/cookie-charter').exists()
assert !new File(basedir, 'target/generated-sources').exists() || new File(basedir, 'target/generated-sources').list().every { it != 'cookie-charter' }
assert !new File(basedir, 'build.log').text.contains('Cookie charter:')
