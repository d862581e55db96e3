import { describe, expect, it } from 'vitest'
import { DeskSettings } from '../contracts/settings.ts'
import { aHello, DeskHarness } from '../testkit/desk-harness.ts'

const settings = (fields: object = {}) => DeskSettings.parse(fields)

/** A desk that was set so by its file, which nobody judges: the gate holds to the rank whatever it says. */
function setBy(desk: DeskHarness, fields: object, xp = 0): void {
  desk.engine.desk.state.settings = settings(fields)
  desk.engine.desk.state.xp.set('simulated', xp)
}

const wish = (desk: DeskHarness, fields: object, judgeOnly = false) =>
  desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.clock.now()), origin: 'window', settings: settings(fields), judgeOnly }) // prettier-ignore

describe('settings that are wished for', () => {
  it('hold at once, and the ledger tells who asked', () => {
    const desk = new DeskHarness()
    const wished = { riskPct: 0.5, limits: { openTrades: 1 } }

    expect(wish(desk, wished)).toMatchObject({ is: 'done' })
    expect(desk.engine.desk.state.settings).toEqual(settings(wished))
    expect([...desk.ledger.all()].at(-1)?.event).toMatchObject({ kind: 'settingsApplied', origin: 'window' })
  })

  it('looser than the rank are refused with every figure at once, and nothing holds of them', () => {
    const desk = new DeskHarness()
    const loose = {
      riskPct: 1.5,
      limits: { openTrades: 2, shotsADay: 7, dailyLossPct: 4 },
      auto: { slots: 2, shotsADay: 8 },
    }

    expect(wish(desk, loose)).toEqual({
      is: 'refused',
      code: 'LOOSER_THAN_RANK',
      text: 'Looser than NIBBLER allows: riskPct 1.5 (at most 1), limits.openTrades 2 (at most 1), limits.shotsADay 7 (at most 6), limits.dailyLossPct 4 (at most 3), auto.slots 2 (at most 1), auto.shotsADay 8 (at most 6). A trader may go tighter than the rank, never looser.',
    })
    expect(desk.engine.desk.state.settings).toEqual(settings())
  })

  it('are judged without holding when only that is asked', () => {
    const desk = new DeskHarness()
    expect(wish(desk, { riskPct: 2 }, true)).toMatchObject({ code: 'LOOSER_THAN_RANK' })
    expect(wish(desk, { riskPct: 0.5 }, true)).toMatchObject({ is: 'done' })
    expect(desk.engine.desk.state.settings).toEqual(settings())
  })

  it('may go as far as a higher rank', () => {
    const desk = new DeskHarness()
    setBy(desk, {}, 5_000)
    expect(wish(desk, { riskPct: 1.5, limits: { openTrades: 3 } })).toMatchObject({ is: 'done' })
    expect(wish(desk, { riskPct: 1.6 })).toMatchObject({ text: expect.stringContaining('WARRIOR') as string })
  })

  it('leave alone what the file made looser, as long as it gets no looser', () => {
    const desk = new DeskHarness()
    setBy(desk, { riskPct: 2 })
    expect(wish(desk, { riskPct: 2, noCalendar: 'warn' })).toMatchObject({ is: 'done' })
    expect(wish(desk, { riskPct: 1.8 })).toMatchObject({ is: 'done' })
    expect(wish(desk, { riskPct: 2 })).toMatchObject({ code: 'LOOSER_THAN_RANK' })
  })

  it('may be anything on a practice account that is unlocked, and on no other', () => {
    const loose = { riskPct: 2, limits: { openTrades: 5 }, practiceUnlocked: true }
    expect(wish(linked('demo'), loose)).toMatchObject({ is: 'done' })
    expect(wish(linked('simulated'), loose)).toMatchObject({ is: 'done' })
    expect(wish(linked('live'), loose)).toMatchObject({ code: 'LOOSER_THAN_RANK' })
  })
})

function linked(kind: 'demo' | 'simulated' | 'live'): DeskHarness {
  const desk = new DeskHarness()
  const { uuid } = aHello()
  desk.engine.terminalUp(uuid, 'session', aHello({ kind }))
  return desk
}
