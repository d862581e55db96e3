import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EpochMs } from '../../engine/contracts/primitives.ts'
import { Settings } from '../../engine/contracts/settings.ts'
import { SettingsDesk } from '../../engine/host/settings/settings-desk.ts'
import { followLogin } from './follow-login.ts'

const LACKS = 'It starts without its key.'

let dataFolder = ''
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'bitten-follow-login-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

type How = Readonly<{ startAtLogin: boolean; problem?: string; lacks?: string | null }>

/** The real desk of the settings, followed from a start on which it says `startAtLogin`. */
function follow({ startAtLogin, problem, lacks = null }: How) {
  const kept: boolean[] = []
  const said: string[] = []
  let changed = (): void => undefined
  const desk = new SettingsDesk({
    dataFolder,
    settings: Settings.parse({ version: 1, desk: { startAtLogin } }),
    now: () => EpochMs.parse(Date.UTC(2026, 10, 23)),
    tell: () => Promise.resolve({ is: 'done', text: 'These settings hold now.' }),
    held: () => changed(),
    notice: () => undefined,
  })
  const host = {
    settings: () => desk.now(),
    onSettings(take: () => void) {
      changed = take
      return () => undefined
    },
  }
  followLogin(host, {
    keep(isOn) {
      kept.push(isOn)
      return isOn && problem !== undefined ? problem : null
    },
    complain: text => said.push(text),
    lacks: () => lacks,
  })
  const change = (by: Record<string, unknown>) =>
    desk.change({ seen: desk.now().revision, change: by, typed: null }, 'window')
  return { kept, said, change, turn: (isOn: boolean) => change({ desk: { startAtLogin: isOn } }) }
}

describe('the setting of a start at login', () => {
  it('is followed from the start on, and at each change of it alone', async () => {
    const { kept, change, turn } = follow({ startAtLogin: false })
    await turn(true)
    await change({ riskPct: 0.5 })
    await turn(false)
    expect(kept).toEqual([false, true, false])
  })

  it('says what a start at login will lack when it is switched on, and not at a start with it on', async () => {
    const later = follow({ startAtLogin: true, lacks: LACKS })
    expect([later.kept, later.said]).toEqual([[true], []])

    const { said, turn } = follow({ startAtLogin: false, lacks: LACKS })
    expect(said).toEqual([])
    await turn(true)
    expect(said).toEqual([LACKS])
  })

  it('that can’t be set up is said by its reason alone', async () => {
    const { said, turn } = follow({ startAtLogin: false, problem: 'No room.', lacks: LACKS })
    await turn(true)
    expect(said).toEqual(['No room.'])
  })
})
