import { describe, expect, test } from 'vitest'
import { installLine, missingLibraries, packagesOfLibraries } from './system-libraries.mjs'

const LDD_OF_A_BARE_MACHINE = `	linux-vdso.so.1 (0x00007ffc1a5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f0a3f600000)
	libnss3.so => not found
	libnssutil3.so => not found
	libsmime3.so => not found
	libnspr4.so => not found
	libatk-1.0.so.0 => not found
	libgtk-3.so.0 => not found
	libgbm.so.1 => not found
	libasound.so.2 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0a3f41e000)
	/lib64/ld-linux-x86-64.so.2 (0x00007f0a4f5d1000)
`

describe('missing system libraries', () => {
  test('each library that ldd does not find is named once', () => {
    expect(missingLibraries(LDD_OF_A_BARE_MACHINE)).toEqual([
      'libnss3.so',
      'libnssutil3.so',
      'libsmime3.so',
      'libnspr4.so',
      'libatk-1.0.so.0',
      'libgtk-3.so.0',
      'libgbm.so.1',
      'libasound.so.2',
    ])
  })

  test('a complete machine misses nothing', () => {
    expect(missingLibraries('	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0a3f41e000)\n')).toEqual(
      [],
    )
  })

  test('a program that is no dynamic executable misses nothing', () => {
    expect(missingLibraries('	not a dynamic executable\n')).toEqual([])
  })

  test('libraries lead to the few Debian packages that hold them', () => {
    const packages = packagesOfLibraries(missingLibraries(LDD_OF_A_BARE_MACHINE))
    expect(packages).toEqual(['libasound2', 'libgbm1', 'libgtk-3-0', 'libnss3'])
  })

  test('the line to type installs those packages and nothing recommended', () => {
    expect(installLine(['libgbm1', 'xvfb'])).toBe('apt-get install -y --no-install-recommends libgbm1 xvfb')
  })
})
