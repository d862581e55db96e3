import { describe, expect, it } from 'vitest'
import { Settings } from '../../engine/contracts/settings.ts'
import type { SettingsAnswer, SettingsNow } from '../../engine/contracts/settings-desk.ts'
import { createSetQuiet } from './quiet.ts'

function aSwitch(quiet: boolean, answer?: SettingsAnswer) {
  const wishes: unknown[] = []
  const said: string[] = []
  const now: SettingsNow = { revision: 7, settings: Settings.parse({ version: 1, alerts: { quiet } }) }
  const held: SettingsAnswer = { is: 'done', text: 'Held.', revision: 8, changed: [], restart: [] }
  const setQuiet = createSetQuiet(
    {
      settings: () => Promise.resolve(now),
      changeSettings: wish => (wishes.push(wish), Promise.resolve(answer ?? held)),
    },
    { raise: (level, text) => void said.push(`${level}: ${text}`) },
  )
  return { setQuiet, wishes, said }
}

describe('the switch of sounds and voice', () => {
  it.each([true, false])('is turned to %s, from what holds now, and says so', async quiet => {
    const { setQuiet, wishes, said } = aSwitch(!quiet)
    await setQuiet(quiet)
    expect(wishes).toEqual([{ seen: 7, change: { alerts: { quiet } } }])
    expect(said).toEqual([expect.stringContaining(quiet ? 'info: Quiet: no sound' : 'info: Quiet is off')])
  })

  it.each([true, false])('changes nothing where it is %s already, and says how it stands', async quiet => {
    const { setQuiet, wishes, said } = aSwitch(quiet)
    await setQuiet(quiet)
    expect(wishes).toEqual([])
    expect(said).toEqual([expect.stringContaining(quiet ? 'info: Quiet: no sound' : 'info: Quiet is off')])
  })

  it('never says that it is quiet where that was refused', async () => {
    const { setQuiet, said } = aSwitch(false, { is: 'refused', code: 'X', text: 'The disk is full.' })
    await setQuiet(true)
    expect(said).toEqual(['error: The disk is full.'])
  })
})
