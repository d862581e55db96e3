import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'
import { debriefOf } from './debrief.ts'
import { DebriefBook } from './debrief-book.ts'
import { tradeLines } from './trade-table.ts'

it('a trade that a desk has fired is known with its mission, its way and the equity before it', () => {
  const desk = new DeskHarness()
  const mission = desk.mission()
  desk.fire(mission.id)
  desk.deliver().play(5, minute => 110_400 - minute * 200)
  const book = new DebriefBook()
  desk.all().forEach((event, k) => book.take({ seq: k + 1, wallMs: EpochMs.parse(0), event, hash: '' }))

  const query = { kind: 'debrief', account: 'simulated', scope: null, filter: { fromMs: null, toMs: null, keys: {} }, trials: null } as const // prettier-ignore
  const debrief = debriefOf(book, query)
  expect(debrief).toMatchObject({ n: 1, scope: 'drills', accounts: 1, withoutMission: 0, excursions: { known: 1 }, exposure: { riskKnown: 1 } }) // prettier-ignore
  expect(debrief.equity?.marks).toBeGreaterThan(1)
  const [trade] = desk.events('tradeClosed').map(event => event.trade)
  const [line] = tradeLines(book, query)
  expect(line).toMatchObject({
    r: trade?.r,
    netCents: trade?.netCents,
    p: mission.confidence.p,
    promisedR: mission.expectedR,
    keys: {
      pair: mission.pair,
      setup: mission.setup,
      session: mission.session,
      regime: mission.regime ?? 'NONE',
      shield: mission.shield?.class ?? 'NONE',
      side: mission.side,
      reason: 'target',
    },
  })
  expect(line?.riskPct).toBeCloseTo((trade?.riskCents ?? 0) / 10_000, 9)
  expect(line?.mfeR).toBeGreaterThan(1.5)
})
