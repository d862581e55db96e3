import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const BEAT = { brokerConnected: true, tradeAllowed: true, autoTrading: true, pingMs: null, queued: 0, unacked: 0 } // prettier-ignore

describe('after a link that was lost', () => {
  let desk: DeskHarness
  const beat = () => desk.tell({ type: 'beat', body: { ...BEAT, marketMs: desk.nowMs() } })
  const lose = (forMs: number) => {
    desk.engine.terminalDown(DESK, 'the computer slept')
    desk.mute = true
    desk.sleep(forMs)
    desk.mute = false
  }
  beforeEach(() => {
    desk = new DeskHarness()
  })

  test('no shot is judged by the price from before it while history is read, and by the one of now when a tick has come', () => {
    const mission = desk.mission()
    const away = mission.side === 'sell' ? mission.entry - 40 : mission.entry + 40
    const before = desk.feed.snapshot().prices.EURUSD?.bid
    lose(2_000)
    const history = vi.spyOn(desk.engine, 'bars').mockReturnValue()
    desk.link()
    desk.quote(away)
    beat()
    expect(desk.feed.snapshot()).toMatchObject({
      links: [{ armed: true }],
      prices: { EURUSD: { bid: before, stale: true } },
      missions: [{ shot: null, denials: ['No price of EURUSD has come since the terminal was linked.'] }],
    })
    expect(desk.fire(mission.id)).toMatchObject({ is: 'denied', denials: [{ code: 'NO_PRICE' }] })

    history.mockRestore()
    lose(1_000)
    desk.link()
    desk.sleep(1_000)
    desk.quote(away)
    beat()
    expect(desk.feed.snapshot().prices.EURUSD).toMatchObject({ bid: (away / 1e5).toFixed(5), stale: false })
  })

  test('a position is worth what its terminal says until a tick has come', () => {
    const mission = desk.mission()
    desk.fire(mission.id)
    desk.deliver().play(1, () => 110_400)
    const worse = mission.side === 'sell' ? 110_445 : 110_355
    lose(180 * MINUTE)
    desk.broker.onTick(0, desk.nowMs(), worse, worse + 6)
    desk.link()
    const [told] = desk.broker.positions().positions
    const [shown] = desk.feed.snapshot().positions
    const [commission = 0] = desk
      .all()
      .flatMap(event => (event.kind === 'dealDone' ? [event.deal.commission] : []))
    expect(told?.profit).toBeLessThan(0)
    expect(shown).toMatchObject({ now: null, pips: null, progress: null, lastSeenMs: null })
    expect(shown?.netCents).toBe((told?.profit ?? 0) + (told?.swap ?? 0) + commission)
  })
})
