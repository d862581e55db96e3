import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fakeProgram } from '../../../testkit/fake-program.ts'
import { temporaryFolder } from '../../../testkit/temporary-folder.ts'
import { findEngine } from './find-engine.ts'

const stop = new AbortController().signal

describe.skipIf(process.platform === 'win32')('the speech engine of a computer', () => {
  it('is espeak-ng, the first in PATH that can be run', async () => {
    const [empty, plain, right] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    // Whoever is root may run anything that anybody may run, but not what nobody may.
    writeFileSync(path.join(plain, 'espeak-ng'), '', { mode: 0o644 })
    const program = fakeProgram(right, 'espeak-ng', '')
    const PATH = [empty, plain, right].join(':')
    const engine = await findEngine({ platform: 'linux', env: { PATH }, stop })
    expect(engine?.text).toBe(`espeak-ng speaks here (${program}).`)
  })

  it('is none without one, nor by a folder that PATH names from where the app stands', async () => {
    const folder = temporaryFolder()
    fakeProgram(folder, 'espeak-ng', '')
    for (const PATH of ['', temporaryFolder(), path.relative('.', folder)])
      expect(await findEngine({ platform: 'linux', env: { PATH }, stop })).toBeNull()
    expect(await findEngine({ platform: 'linux', env: {}, stop })).toBeNull()
  })

  it('is none on Windows without its PowerShell', async () => {
    const env = { SystemRoot: temporaryFolder() }
    expect(await findEngine({ platform: 'win32', env, stop })).toBeNull()
  })
})
