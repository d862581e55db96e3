/** Whatever traders hand to one another, in whatever order and by whatever clock, these hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, MINUTE_MS, WEEK_MS } from '../../domain/market/civil.ts'
import { SquadTrader } from '../../testkit/squad.ts'

const NAMES = ['Viper', 'Ghost', 'Eagle'] as const

class World {
  readonly traders = NAMES.map(name => new SquadTrader(name))
  /** Everything that anybody has signed, and anybody may hand to anybody. */
  readonly dispatches: string[] = []

  wish(by: number, squad: Parameters<SquadTrader['wish']>[0]): void {
    const answer = this.traders[by]?.wish(squad)
    if (answer?.is === 'done' && answer.dispatch !== undefined) this.dispatches.push(answer.dispatch)
  }

  /** The newest is 0. */
  hand(to: number, which: number): void {
    const text = this.dispatches.at(-1 - which)
    if (text !== undefined) this.wish(to, { wish: 'receiveDispatch', text })
  }
}

type Step = (world: World) => void
const who = fc.nat(NAMES.length - 1)
const uses = fc.integer({ min: 1, max: 2 })

const invite = fc.tuple(who, uses).map(
  ([by, many]): Step =>
    world =>
      world.wish(by, { wish: 'makeInvitation', uses: many, days: 7 }),
)
const hand = fc.tuple(who, fc.nat(8)).map(
  ([to, which]): Step =>
    world =>
      world.hand(to, which),
)
/** The way that it is meant to go, so that there is something to be broken. */
const enlist = fc.tuple(who, who).map(([by, recruit]): Step => world => {
  world.wish(by, { wish: 'makeInvitation', uses: 1, days: 7 })
  world.hand(recruit, 0)
  world.hand(by, 0)
})
const report = fc.tuple(who, who).map(([by, to]): Step => world => {
  world.wish(by, { wish: 'makeReport' })
  world.hand(to, 0)
})
const leave = who.map(
  (by): Step =>
    world =>
      world.wish(by, { wish: 'leaveSquad' }),
)
const remove = fc.tuple(who, who).map(([by, whom]): Step => world => {
  const recruit = world.traders[whom]
  if (recruit) world.wish(by, { wish: 'removeRecruit', recruit: recruit.key, why: '' })
})
const wait = fc.constantFrom(MINUTE_MS, DAY_MS, WEEK_MS).map(
  (ms): Step =>
    world =>
      SquadTrader.wait(ms, ...world.traders),
)
const oneWaits = fc.tuple(who, fc.constantFrom(MINUTE_MS, DAY_MS)).map(
  ([by, ms]): Step =>
    world =>
      SquadTrader.wait(ms, ...world.traders.slice(by, by + 1)),
)

const step = fc.oneof(
  { weight: 2, arbitrary: invite },
  { weight: 5, arbitrary: hand },
  { weight: 4, arbitrary: enlist },
  { weight: 4, arbitrary: report },
  { weight: 2, arbitrary: wait },
  leave,
  remove,
  oneWaits,
)

test('no invitation is used more often than it says, nobody counts twice, and reports only get newer', () => {
  const seen = { enlistments: 0, reports: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 50 }), steps => {
      const world = new World()
      for (const each of steps) each(world)
      for (const trader of world.traders) {
        holds(trader)
        seen.enlistments += trader.harness.events('enlistmentAccepted').length
        seen.reports += trader.harness.events('squadReportReceived').length
      }
    }),
    { numRuns: 60 },
  )
  expect(seen.enlistments).toBeGreaterThan(0)
  expect(seen.reports).toBeGreaterThan(0)
})

function holds(trader: SquadTrader): void {
  const { harness, key } = trader
  const { recruits, invitations } = trader.board()
  expect(invitations.every(({ used, uses: most }) => used <= most)).toBe(true)
  expect(recruits.every(recruit => recruit.key !== key)).toBe(true)
  const accepted = harness.events('enlistmentAccepted')
  expect(recruits.length).toBe(accepted.length - harness.events('recruitRemoved').length)
  expect(new Set(accepted.map(({ dispatch }) => dispatch)).size).toBe(accepted.length)
  for (const recruit of recruits) {
    const since = accepted.findLastIndex(({ recruit: by }) => by === recruit.key)
    const weeks = weeksOf(trader, recruit.key, accepted[since]?.dispatch ?? '')
    expect(weeks).toEqual([...new Set(weeks)].toSorted((a, b) => a - b))
  }
}

/** Of the reports that came from a recruit after this enlistment. */
function weeksOf({ harness }: SquadTrader, recruit: string, enlistment: string): number[] {
  const all = harness.all()
  const from = all.findIndex(event => event.kind === 'enlistmentAccepted' && event.dispatch === enlistment)
  return all
    .slice(from)
    .flatMap(event =>
      event.kind === 'squadReportReceived' && event.recruit === recruit ? [event.weekMs] : [],
    )
}
