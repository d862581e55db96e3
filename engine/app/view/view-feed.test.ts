import { describe, expect, test } from 'vitest'
import { applyPatch } from '../../contracts/index.ts'
import { DESK, DeskHarness } from '../../testkit/desk-harness.ts'

describe('the view', () => {
  test('a snapshot and its patches always equal a new snapshot', () => {
    const desk = new DeskHarness()
    let view = desk.feed.snapshot()
    const follow = () => {
      const patch = desk.feed.patch()
      if (patch) view = applyPatch(view, patch)
    }
    const mission = desk.mission()
    follow()
    desk.fire(mission.id)
    desk.deliver()
    follow()
    expect(view.positions).toHaveLength(1)
    for (let k = 0; k < 30; k++) {
      desk.play(1, () => 110_400 - k * 20)
      const prices = desk.feed.pricePatch()
      if (prices) view = applyPatch(view, prices)
      follow()
    }
    const { prices, ...rest } = desk.feed.snapshot()
    const { prices: followed, ...restFollowed } = view
    expect(restFollowed).toEqual(rest)
    expect(followed.EURUSD?.bid).toBe(prices.EURUSD?.bid)
    expect(view.closed).toHaveLength(1)
    expect(view.campaign).toMatchObject({ rank: 'NIBBLER', xp: 16 })
  })

  test('shows the shot as it would be fired, and the reasons when it would not', () => {
    const desk = new DeskHarness()
    const mission = desk.mission()
    const shown = desk.feed.snapshot().missions[0]
    expect(shown).toMatchObject({ state: 'pending', denials: [] })
    expect(shown?.shot?.riskPct).toBeLessThanOrEqual(1)
    desk.engine.command({ kind: 'pause', id: mission.id, origin: 'window' })
    expect(desk.feed.snapshot().missions[0]).toMatchObject({
      shot: null,
      denials: ['New trades are paused.'],
    })
  })

  test('says what is wrong with the link, and what to do', () => {
    const desk = new DeskHarness()
    desk.play(1, () => 110_000).link()
    desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: false, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
    expect(desk.feed.snapshot().links[0]).toMatchObject({ problem: 'Algo Trading is switched off.', nextStep: expect.stringMatching(/Algo Trading button/) as string }) // prettier-ignore
    desk.engine.terminalDown(DESK, 'the socket closed')
    expect(desk.feed.snapshot().links[0]).toMatchObject({ state: 'down', armed: false })
    expect(desk.events('terminalLost')).toHaveLength(1)
  })
})
