import { expect, test } from 'vitest'
import { executionCosts } from '../../domain/debrief/execution-costs/cost-book.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'

/** A broker whose every fill slips by a known number of points; the stop is hit by a quote that jumps over it. */
function aStoppedTrade(slippagePoints: number) {
  const desk = new DeskHarness({ temper: { slippagePoints } })
  const mission = desk.mission()
  expect(desk.fire(mission.id)).toMatchObject({ is: 'done' })
  desk.deliver().wait(1_000)
  const direction = mission.side === 'buy' ? 1 : -1
  desk.quote(mission.stop - direction * 30)
  const [recorded] = desk.events('orderRecorded')
  const deals = desk.events('dealDone').map(({ deal }) => deal)
  const points = (text: string | undefined) => Math.round(Number(text) * 1e5)
  if (!recorded) throw new Error('nothing was fired')
  return {
    desk,
    recorded,
    fill: direction * (points(deals[0]?.price) - recorded.price),
    beyond: direction * (recorded.stop - points(deals[1]?.price)),
    commission: deals.reduce((sum, { commission }) => sum - commission, 0),
    costs: executionCosts(desk.ledger.all())('simulated'),
  }
}

test.each([0, 1, 3])(
  'the costs of a run are what the simulated broker did, with slippage up to %d points',
  slippage => {
    const { desk, recorded, fill, beyond, commission, costs } = aStoppedTrade(slippage)
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(fill).toBeGreaterThanOrEqual(0)
    expect(fill).toBeLessThanOrEqual(slippage)
    expect(beyond).toBeGreaterThan(0)
    const { parts, total, trades } = costs.all
    expect(trades).toBe(1)
    expect(parts.entrySlippage.pips.sum).toBeCloseTo(fill / 10, 9)
    expect(parts.stopSlippage.pips.sum).toBeCloseTo(beyond / 10, 9)
    expect(parts.commission.cents.sum).toBe(commission)
    expect(recorded.spread).toBe(6)
    expect(parts.spread.pips.sum).toBeCloseTo(0.6, 9)
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    // What the stop alone would have lost, with its commission, is one R; the rest of the loss is slippage.
    const lost = 1 + parts.entrySlippage.r.sum + parts.stopSlippage.r.sum
    expect(-(trade?.r ?? 0)).toBeCloseTo(lost, 2)
    expect(total.r.n).toBe(1)
  },
)
