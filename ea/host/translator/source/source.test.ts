import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeSource } from './decode-source.ts'
import { diskFiles } from './file-provider.ts'
import { SourceFile } from './source-file.ts'

describe('the text of a source file', () => {
  test('is read from UTF-8, with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode('int ä;')
    expect(decodeSource(bytes)).toEqual({ text: 'int ä;' })
    expect(decodeSource(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toEqual({ text: 'int ä;' })
  })

  test('is read from the UTF-16 that MetaEditor writes', () => {
    expect(decodeSource(Uint8Array.of(0xff, 0xfe, 0x69, 0, 0xe4, 0))).toEqual({ text: 'iä' })
  })

  test.each([
    ['UTF-16 big-endian', Uint8Array.of(0xfe, 0xff, 0, 0x69)],
    ['not valid UTF-8', Uint8Array.of(0x69, 0xe4)],
    ['not valid UTF-16LE', Uint8Array.of(0xff, 0xfe, 0, 0xd8)],
  ])('is refused when it is %s', (words, bytes) => {
    expect(decodeSource(bytes)).toHaveProperty('refusal')
    expect(JSON.stringify(decodeSource(bytes))).toContain(words)
  })

  test('comes from the disk, where a file may be missing', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'source-'))
    const file = path.join(folder, 'a.mqh')
    writeFileSync(file, 'int a;')
    expect(diskFiles.read(file)).toEqual({ text: 'int a;' })
    expect(diskFiles.read(`${file}x`)).toBeNull()
    rmSync(folder, { recursive: true })
  })
})

describe('a position', () => {
  test('is the line and the column, both from 1', () => {
    const file = new SourceFile('a.mqh', 'ab\r\ncd\n')
    const places = [0, 1, 4, 5, 7].map(offset => file.positionOf(offset))
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(['1:1', '1:2', '2:1', '2:2', '3:1'])
  })
})
