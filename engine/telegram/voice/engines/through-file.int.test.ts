import { readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { fakeProgram } from '../../../testkit/fake-program.ts'
import { temporaryFolder } from '../../../testkit/temporary-folder.ts'
import { macosSay } from './macos-say.ts'
import { windowsSpeech } from './windows-speech.ts'

const WORDS = 'Euro dollar, one point one.'
const stop = new AbortController().signal

/** Writes what it was told, and how, where the engine's sound belongs. */
const writesTo = (file: string) => `
import { readFileSync, writeFileSync } from 'node:fs'
const args = process.argv.slice(2)
writeFileSync(${file}, JSON.stringify({ args, words: readFileSync(0, 'utf8') }))
`
const ENGINES = [
  { name: 'macOS', engineOf: macosSay, file: "args[args.indexOf('-o') + 1]" },
  { name: 'Windows', engineOf: windowsSpeech, file: "process.env['BITTEN_VOICE_FILE']" },
]

describe.skipIf(process.platform === 'win32').each(ENGINES)('the voice of $name', ({ engineOf, file }) => {
  it('reads the words from its standard input only, and its file is gone afterwards', async () => {
    const temporary = temporaryFolder()
    vi.stubEnv('TMPDIR', temporary)
    const said = await engineOf(fakeProgram(temporaryFolder(), 'voice', writesTo(file)), stop).say(WORDS)
    const told = said.is === 'said' ? JSON.parse(Buffer.from(said.wav).toString()) : {}
    expect(told.words).toBe(WORDS)
    expect(JSON.stringify(told.args.map(decoded))).not.toContain('dollar')
    expect(readdirSync(temporary)).toEqual([])
  })

  it('that fails leaves no file behind', async () => {
    const temporary = temporaryFolder()
    vi.stubEnv('TMPDIR', temporary)
    const source = `${writesTo(file)}\nprocess.exit(1)`
    const said = await engineOf(fakeProgram(temporaryFolder(), 'voice', source), stop).say(WORDS)
    expect(said).toMatchObject({ is: 'failed', text: expect.stringContaining('ended without speaking (1)') })
    expect(readdirSync(temporary)).toEqual([])
  })
})

/** PowerShell's script is base64 of UTF-16; other arguments decode to nothing that anybody could read. */
function decoded(argument: string): string {
  return argument + Buffer.from(argument, 'base64').toString('utf16le')
}
