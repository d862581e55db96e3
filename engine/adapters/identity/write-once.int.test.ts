import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { writeOnce, type Link } from './write-once.ts'

const run = promisify(execFile)

/** As FAT, exFAT and some disks of a network answer; Windows has another word for it. */
const without =
  (code: string): Link =>
  () => {
    throw Object.assign(new Error(`${code}: link`), { code })
  }
const place = () => path.join(temporaryFolder(), 'once.txt')
/** What lies beside the file. */
const rest = (file: string) => readdirSync(path.dirname(file)).filter(name => name !== path.basename(file))

describe('a file that is written once', () => {
  it.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR'])('needs no hard links: %s', code => {
    const file = place()
    writeOnce(file, 'first', without(code))
    writeOnce(file, 'second', without(code))

    expect(readFileSync(file, 'utf8')).toBe('first')
    expect(rest(file)).toEqual([])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('stays what it was, with links too', () => {
    const file = place()
    writeOnce(file, 'first')
    writeOnce(file, 'second')

    expect([readFileSync(file, 'utf8'), rest(file)]).toEqual(['first', []])
  })

  it('is put into its place by the next one, when the one that was elected died before', () => {
    const file = place()
    mkdirSync(`${file}.first`)
    writeFileSync(path.join(`${file}.first`, 'a-name'), 'of the dead')
    writeOnce(file, 'of the living', without('EPERM'))

    expect([readFileSync(file, 'utf8'), rest(file)]).toEqual(['of the dead', []])
  })

  it('is written anew beside what one left that died in the middle of its writing', () => {
    const file = place()
    mkdirSync(`${file}.0b1d`)
    writeFileSync(path.join(`${file}.0b1d`, '0b1d'), 'ha')
    writeOnce(file, 'whole', without('EPERM'))

    expect(readFileSync(file, 'utf8')).toBe('whole')
  })

  it('is not there when the disk takes nothing, and the disk says why', () => {
    const file = path.join(temporaryFolder(), 'gone', 'once.txt')

    expect(() => writeOnce(file, 'never', without('EPERM'))).toThrow('ENOENT')
    expect(existsSync(file)).toBe(false)
  })

  it('is the same for all of twelve processes that write it at once', async () => {
    const program = await bundleProgram('engine/testkit/programs/write-once.ts')
    for (let round = 0; round < 3; round++) {
      const file = place()
      const atMs = String(Date.now() + 1_000)
      const told = await Promise.all(
        Array.from({ length: 12 }, (_, at) => run(process.execPath, [program, file, `of ${at}`, atMs])),
      )

      expect(new Set(told.map(({ stdout }) => stdout))).toEqual(new Set([readFileSync(file, 'utf8')]))
      expect(rest(file)).toEqual([])
    }
  })
})
