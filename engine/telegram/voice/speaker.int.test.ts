import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { fakeProgram } from '../../testkit/fake-program.ts'
import { readPages } from '../../testkit/ogg-pages.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { wavOf } from '../../testkit/wav.ts'
import { findSpeaker } from './speaker.ts'

const RATE_HZ = 8_000
const hum = (seconds: number) =>
  wavOf(
    Array.from({ length: seconds * RATE_HZ }, (_, at) => Math.round(8_000 * Math.sin(at / 3))),
    { rateHz: RATE_HZ, dataBytes: 0x7fff_f000 },
  )

/** An espeak-ng that answers with these bytes and writes down what it was told, and when it began and ended. */
async function speakerOf(wav: Uint8Array) {
  const folder = temporaryFolder()
  const log = path.join(folder, 'log')
  writeFileSync(path.join(folder, 'wav'), wav)
  appendFileSync(log, '')
  const source = `
import { appendFileSync, readFileSync } from 'node:fs'
const note = text => appendFileSync(${JSON.stringify(log)}, text + '\\n')
const words = readFileSync(0, 'utf8')
note('begins ' + JSON.stringify({ args: process.argv.slice(2), words }))
process.stdout.write(readFileSync(${JSON.stringify(path.join(folder, 'wav'))}), () => note('ends'))`
  fakeProgram(folder, 'espeak-ng', source)
  vi.stubEnv('PATH', folder)
  const speaker = await findSpeaker()
  vi.unstubAllEnvs()
  if (speaker === null) throw new Error('The engine was not found.')
  return { speaker, lines: () => readFileSync(log, 'utf8').trim().split('\n') }
}

describe.skipIf(process.platform !== 'linux')('a speaker with an espeak-ng of our own', () => {
  it('makes a voice message of what the engine says, as long as that', async () => {
    const { speaker } = await speakerOf(hum(2.5))
    const spoken = await speaker.speak('Euro dollar.')
    if (spoken?.is !== 'spoken') throw new Error(spoken?.text)
    const pages = readPages(spoken.ogg)
    expect(spoken.seconds).toBe(2.5)
    expect(pages.at(-1)?.granule).toBe(312 + 2.5 * 48_000)
    expect(pages.every(page => page.isSound)).toBe(true)
  })

  it('passes the words by standard input, never as an argument, one request after the other', async () => {
    const { speaker, lines } = await speakerOf(hum(0.1))
    const asked = ['one; rm -rf /', '-w file', '$(three)']
    await Promise.all(asked.map(words => speaker.speak(words)))
    expect(lines()).toEqual(
      asked.flatMap(words => [
        `begins ${JSON.stringify({ args: ['-v', 'en', '-b', '1', '--stdin', '--stdout'], words })}`,
        'ends',
      ]),
    )
  })

  it('ends after 60 s', async () => {
    const { speaker } = await speakerOf(hum(61))
    expect(await speaker.speak('on and on')).toMatchObject({ is: 'spoken', seconds: 60 })
  })

  it('is silent, and says why, when what the engine gave is no sound', async () => {
    for (const wav of [new Uint8Array(0), hum(0), Uint8Array.of(1, 2, 3)]) {
      const { speaker } = await speakerOf(wav)
      expect(await speaker.speak('anything')).toEqual({
        is: 'silent',
        text: 'The speech engine gave no sound that can be read.',
      })
    }
  })

  it('is none where there is no engine', async () => {
    vi.stubEnv('PATH', temporaryFolder())
    expect(await findSpeaker()).toBeNull()
    vi.unstubAllEnvs()
  })
})

const has = (program: string) => spawnSync(program, ['--version']).error === undefined

describe.skipIf(process.platform !== 'linux' || !has('espeak-ng'))(
  'the real espeak-ng (skipped where it is not)',
  () => {
    const WORDS = 'Euro dollar. Order filled at one point one zero two three four.'

    it('speaks a sentence in the seconds that a person needs for it', async () => {
      const spoken = await (await findSpeaker())?.speak(WORDS)
      if (spoken?.is !== 'spoken') throw new Error(spoken?.text)
      expect(spoken.seconds).toBeGreaterThan(2)
      expect(spoken.seconds).toBeLessThan(12)
      expect(readPages(spoken.ogg).every(page => page.isSound)).toBe(true)
    })

    it.skipIf(!has('opusinfo'))(
      'makes a file that opusinfo finds no fault in (skipped where it is not)',
      async () => {
        const spoken = await (await findSpeaker())?.speak(WORDS)
        if (spoken?.is !== 'spoken') throw new Error(spoken?.text)
        const file = path.join(temporaryFolder(), 'voice.ogg')
        writeFileSync(file, spoken.ogg)
        const { stdout, stderr, status } = spawnSync('opusinfo', [file], { encoding: 'utf8' })
        expect(`${stdout}${stderr}`).not.toMatch(/warning|error|hole|corrupt/i)
        expect(status).toBe(0)
        expect(stdout).toContain('Packet duration:   20.0ms (max),   20.0ms (avg),   20.0ms (min)')
        expect(stdout).toContain('Logical stream 1 ended')
      },
    )
  },
)
