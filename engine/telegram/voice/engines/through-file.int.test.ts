import { readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { fakeProgram } from '../../../testkit/fake-program.ts'
import { temporaryFolder } from '../../../testkit/temporary-folder.ts'
import { macosSay } from './macos-say.ts'
import { windowsSpeech } from './windows-speech.ts'

const WORDS = 'Euro dollar, one point one.'
const TOLD = z.object({ args: z.array(z.string()), words: z.string() })

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
    const { said, left } = await sayBy(engineOf, writesTo(file))
    const told = TOLD.parse(JSON.parse(said.is === 'said' ? Buffer.from(said.wav).toString() : said.text))
    expect(told.words).toBe(WORDS)
    expect(told.args.map(decoded).join('\n')).not.toContain('dollar')
    expect(left).toEqual([])
  })

  it('that fails leaves no file behind', async () => {
    const { said, left } = await sayBy(engineOf, `${writesTo(file)}\nprocess.exit(1)`)
    expect(said.is === 'failed' && said.text).toContain('ended without speaking (1)')
    expect(left).toEqual([])
  })
})

/** What an engine said by a program of ours, and what it left in the folder for temporary files. */
async function sayBy(engineOf: typeof macosSay, source: string) {
  const [programs, temporary] = [temporaryFolder(), temporaryFolder()]
  const program = fakeProgram(programs, 'voice', source)
  vi.stubEnv('TMPDIR', temporary)
  const said = await engineOf(program, new AbortController().signal).say(WORDS)
  vi.unstubAllEnvs()
  return { said, left: readdirSync(temporary) }
}

/** PowerShell's script is base64 of UTF-16; other arguments decode to nothing that anybody could read. */
function decoded(argument: string): string {
  return argument + Buffer.from(argument, 'base64').toString('utf16le')
}
