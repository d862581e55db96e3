import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpochMs, TerminalId } from '../contracts/primitives.ts'
import { FILES_OF_APP, FILES_OF_TERMINAL, FILE_LIMITS } from '../contracts/wire/index.ts'
import { decodeBody } from './bodies.ts'
import { decodeFile, decodeStatus, encodeFile } from './file-frames.ts'
import { goldenFiles } from './fixtures/golden-files.ts'

const FILE = fileURLToPath(new URL('./fixtures/golden-files.json', import.meta.url))
const KEY = new Uint8Array(32).fill(7)
const TYPES = [...FILES_OF_APP, ...FILES_OF_TERMINAL]

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const utf8 = (value: Uint8Array) => Buffer.from(value).toString('utf8')
const aFile = (body = '{"id":"1"}', t: (typeof TYPES)[number] = 'fire', key = KEY) =>
  encodeFile(
    { t, uuid: TerminalId.parse('terminal-1'), ms: EpochMs.parse(1_767_225_600_000) },
    bytes(body),
    key,
  )

const answerTo = (file: Uint8Array, key = KEY) => {
  const decoded = decodeFile(file, key)
  return decoded.is === 'refused' ? decoded.code : decoded.is
}

describe('the golden files', () => {
  // Rewritten, after a change of the protocol that was meant, by `npx vitest run --project unit file-frames -u`.
  it('are what this code writes', async () => {
    await expect(`${JSON.stringify(goldenFiles(), null, 2)}\n`).toMatchFileSnapshot(FILE)
  })

  it('are read back whole, each by the schema of its body', () => {
    const { pairingKey, files } = JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof goldenFiles>
    for (const { type, text } of files) {
      const message = decodeFile(bytes(text), new Uint8Array(Buffer.from(pairingKey, 'hex')))
      if (message.is !== 'file') throw new Error(`${type} is ${message.is}`)
      const read = type === 'status' ? decodeStatus(message.body) : decodeBody(type, message.body)
      expect(read.is, type).not.toBe('refused')
    }
    expect(new Set(files.map(({ type }) => type))).toEqual(new Set(TYPES))
  })
})

describe('a file', () => {
  it('comes back as it was written, whatever its body', () => {
    const oneLine = fc.string().filter(text => !text.includes('\n'))
    fc.assert(
      fc.property(oneLine, fc.constantFrom(...TYPES), (body, type) => {
        const message = decodeFile(aFile(body, type), KEY)
        if (message.is !== 'file') throw new Error(message.is)
        expect(utf8(message.body)).toBe(Buffer.from(body).toString('utf8'))
        expect(message.header.t).toBe(type)
      }),
    )
  })

  it('is not taken with any one byte altered', () => {
    const file = aFile()
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Uint8Array.from(file)
        altered[at] = (altered[at] ?? 0) ^ change
        expect(answerTo(altered)).not.toBe('file')
      }),
      { numRuns: 2_000 },
    )
  })

  it('is not taken with a byte left out or put in', () => {
    const file = aFile()
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 0x21, max: 0xff }), (at, more) => {
        const [before, after] = [file.subarray(0, at), file.subarray(at + 1)]
        expect(answerTo(Buffer.concat([before, after]))).not.toBe('file')
        expect(answerTo(Buffer.concat([before, Uint8Array.of(more), file.subarray(at)]))).not.toBe('file')
      }),
      { numRuns: 1_000 },
    )
  })

  it('that is cut off anywhere is a part, and becomes whole with its last byte', () => {
    const file = aFile()
    for (let length = 0; length < file.length; length += 1)
      expect(answerTo(file.subarray(0, length))).toBe('part')
    expect(answerTo(file)).toBe('file')
  })

  it('of another key, or sent back to its writer under another type, has a wrong MAC', () => {
    expect(answerTo(aFile('{}', 'fire', new Uint8Array(32)))).toBe('BAD_MAC')
    expect(answerTo(bytes(utf8(aFile('{}', 'fire')).replace('"t":"fire"', '"t":"verdict"')))).toBe('BAD_MAC')
  })

  it('with a third line is refused', () => {
    expect(answerTo(Buffer.concat([aFile(), bytes('x')]))).toBe('FILE_SHAPE')
  })

  it('over its limits is refused before it is whole', () => {
    expect(answerTo(bytes('x'.repeat(FILE_LIMITS.headerBytes + 1)))).toBe('HEADER_LENGTH')
    expect(answerTo(bytes(`{}\n${'x'.repeat(FILE_LIMITS.bodyBytes + 512)}`))).toBe('BODY_LENGTH')
  })

  it('of another version says so', () => {
    expect(answerTo(bytes(utf8(aFile()).replace('"v":1', '"v":2')))).toBe('WRONG_VERSION')
  })

  it('made of random bytes never throws and is never taken', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), file => answerTo(file) !== 'file'))
  })
})

describe('a status', () => {
  it('that is nested too deep, or lacks a part, is refused with the place', () => {
    const deep = decodeStatus(bytes('{"a":[[[[]]]]}'))
    expect(deep).toMatchObject({ is: 'refused', code: 'BODY_DEPTH' })
    const bare = decodeStatus(bytes('{}'))
    expect(bare).toMatchObject({ is: 'refused', code: 'BODY_FIELD' })
    expect(bare.is === 'refused' && bare.text).toContain('status: hello')
  })
})
