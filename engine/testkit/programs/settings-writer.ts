/**
 * Changes two settings that belong together, and dies by `kill -9` just before its n-th call of the file system; exits with 0
 * when it was done before that.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { EpochMs } from '../../contracts/primitives.ts'
import { readSettings } from '../../host/data-folder/settings-file.ts'
import { SettingsDesk } from '../../host/settings/settings-desk.ts'

const [, , dataFolder = '', dieAt = ''] = process.argv
const read = readSettings(dataFolder)
if (read.is === 'refused') throw new Error(read.text)
const desk = new SettingsDesk({
  dataFolder,
  settings: read.settings,
  now: () => EpochMs.parse(Date.now()),
  tell: () => Promise.resolve({ is: 'done', text: 'ok' }),
  held: () => undefined,
  notice: (_, text) => console.error(text),
})
dieBefore(Number(dieAt))
const change = { riskPct: 0.5, limits: { shotsADay: 5 } }
const answer = await desk.change({ seen: desk.now().revision, change, typed: null }, 'cli')
if (answer.is !== 'done') throw new Error(JSON.stringify(answer))

function dieBefore(callNumber: number): void {
  const names = [
    'mkdirSync',
    'openSync',
    'writeFileSync',
    'fsyncSync',
    'closeSync',
    'renameSync',
    'rmSync',
  ] as const
  let calls = 0
  for (const name of names) {
    const real = fs[name] as (...given: unknown[]) => unknown
    const counted = (...given: unknown[]) => {
      calls += 1
      if (calls === callNumber) process.kill(process.pid, 'SIGKILL')
      return real(...given)
    }
    Object.assign(fs, { [name]: counted })
  }
  syncBuiltinESMExports()
}
