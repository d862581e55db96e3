import { describe, expect, test } from 'vitest'
import { DeskSettings } from '../../contracts/settings.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'
import { ask, codesOf, sentOf } from '../../testkit/emergency.ts'

describe('the limits that a terminal keeps by itself', () => {
  test('are told when it is armed: those of the rank, with room for slippage at the stop', () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    expect(sentOf(desk, 'limits')).toMatchObject([
      { maxPositions: 1, maxRiskPct: 1.2, dailyLossPct: 3, symbols: ['EURUSD'] },
    ])
    desk.wait(60_000)
    expect(sentOf(desk, 'limits')).toHaveLength(1)
  })

  test('are told anew when the settings change, and hold at the terminal', () => {
    const desk = new DeskHarness()
    desk.mission()
    const settings = DeskSettings.parse({ riskPct: 0.5, limits: { dailyLossPct: 2 } })
    desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings })
    desk.wait(100).deliver()
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxRiskPct: 0.6, dailyLossPct: 2 })
    const id = desk.ids.next(desk.nowMs())
    const tooMuch = { id, symbol: 'EURUSD', side: 'sell', lots: '5.00', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' } as const // prettier-ignore
    const [first] = desk.broker.fire(tooMuch, { marketMs: desk.nowMs(), late: false })
    expect(first?.body).toMatchObject({
      is: 'denied',
      text: expect.stringContaining('0.6 % is allowed') as string,
    })
  })

  test("name the prop firm's daily limit where it is tighter than the trader's, and never a looser one", () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    for (const dailyLossPct of [1.5, 4]) {
      const settings = DeskSettings.parse({ prop: { dailyLossPct } })
      desk.engine.command({
        kind: 'setSettings',
        id: desk.ids.next(desk.nowMs()),
        origin: 'window',
        settings,
      })
      desk.wait(100)
      expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ dailyLossPct: Math.min(dailyLossPct, 3) })
    }
  })

  test("name the trader's own lots, which the gate keeps too, and no longer when they are taken out", () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const set = (limits: object) => {
      const settings = DeskSettings.parse({ limits })
      desk.engine.command({ kind: 'setSettings', id: desk.ids.next(desk.nowMs()), origin: 'window', settings }) // prettier-ignore
      desk.wait(100).deliver()
    }
    expect(sentOf(desk, 'limits').at(-1)).not.toHaveProperty('maxLots')
    set({ maxLots: 0.05 })
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxLots: '0.05' })
    const answer = desk.fire(mission.id)
    expect(answer.is === 'denied' && answer.denials).toMatchObject([{ code: 'LOTS_ABOVE_MAX', text: expect.stringMatching(/^0\.\d+ lots of EURUSD is over your own limit of 0\.05\.$/) as string, limit: 0.05 }]) // prettier-ignore
    const id = desk.ids.next(desk.nowMs())
    const more = { id, symbol: 'EURUSD', side: 'sell', lots: '0.06', price: '1.10400', stop: '1.10500', target: '1.10300', deviation: 50, maxSpread: 50, ttlMs: 5_000, magic: 777_001, comment: '' } as const // prettier-ignore
    expect(desk.broker.fire(more, { marketMs: desk.nowMs(), late: false })[0]?.body).toMatchObject({ is: 'denied' }) // prettier-ignore
    set({})
    expect(sentOf(desk, 'limits').at(-1)).not.toHaveProperty('maxLots')
    expect(codesOf(desk.fire(mission.id))).toBe('done')
  })

  test('go before a shot that only the new ones allow', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    desk.engine.desk.record({ kind: 'xpAwarded', atMs: desk.nowMs(), account: 'simulated', order: null, reason: 'RESULT', xp: 20_000 }) // prettier-ignore
    desk.fire(mission.id)
    expect(desk.sent.slice(-2).map(message => message.type)).toEqual(['limits', 'fire'])
    expect(sentOf(desk, 'limits').at(-1)).toMatchObject({ maxPositions: 4 })
  })

  test('never deny what the gate has allowed, whatever the price does on the way', () => {
    for (const drift of [-9, -4, 4, 9]) {
      const desk = new DeskHarness()
      const mission = desk.mission()
      desk.fire(mission.id)
      desk.quote(110_400 + drift)
      desk.deliver()
      expect(desk.events('orderAnswered').map(event => event.is)).toEqual(['accepted'])
    }
  })

  test('are not sent by a road that does not carry them', () => {
    const desk = new DeskHarness()
    desk.engine.terminalUp(DESK, 'by files', aHello(), 'files')
    desk.tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: desk.broker.positions() }).deliver()
    ask(desk, 'pause')
    expect(desk.sent.map(message => message.type)).toEqual(['sync'])
  })
})
