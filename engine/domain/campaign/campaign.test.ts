import { describe, expect, test } from 'vitest'
import { EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { DAY_MS } from '../market/civil.ts'
import { newCampaign, type Award } from './campaign-book.ts'
import { dueAwards, takeFact } from './campaign.ts'

const stream = (account: AccountKind = 'demo') => new CampaignStream(1, account).day(0)

function awardsOf(...events: readonly EngineEvent[]): Award[] {
  const campaign = newCampaign()
  for (const event of events) takeFact(campaign, event)
  return dueAwards(campaign)
}
const of = ({ events }: CampaignStream, reason?: Award['reason']) =>
  awardsOf(...events).filter(award => reason === undefined || award.reason === reason)
const xp = (awards: readonly Award[]) => awards.map(award => award.xp)

describe('a closed trade', () => {
  test('pays 40 when its plan closed it, and ten times its R', () => {
    const trade = stream().trade({ netCents: -400, reason: 'stop' })
    expect(of(trade)).toMatchObject([
      { reason: 'PLAN_KEPT', xp: 40, order: trade.order, key: `order:${trade.order}:PLAN_KEPT` },
      { reason: 'RESULT', xp: -4, order: trade.order },
    ])
  })

  test('pays its plan for the first three of a trading day only, however many there are', () => {
    const busy = stream().trade().trade().trade().trade().trade()
    expect(xp(of(busy, 'PLAN_KEPT'))).toEqual([40, 40, 40])
    expect(of(busy, 'RESULT')).toHaveLength(5)
    expect(of(busy.day(1).trade(), 'PLAN_KEPT')).toHaveLength(4)
  })

  test('pays a tenth with simulated money, badges too', () => {
    expect(xp(of(stream('simulated').trade()))).toEqual([4, 2, 10])
  })

  test('counts once, by the first word of its end', () => {
    const trade = stream().trade()
    expect(xp(of(trade.close({ netCents: -900 })))).toEqual([40, 15, 100])
  })
})

describe('a rule broken', () => {
  const broken = (trade: CampaignStream) => of(trade, 'RULE_BROKEN').map(({ key, xp: cost }) => [key, cost])

  test('is a trade that a person closes at a loss before its plan, at the terminal or through the desk', () => {
    const byHand = stream().issue().shoot().close({ netCents: -500, reason: 'manual' })
    expect(broken(byHand)).toEqual([[`order:${byHand.order}:PANIC`, -25]])
    const asked = stream().issue().shoot().askToClose('telegram').close({ netCents: -500, reason: 'command' })
    expect(broken(asked)).toHaveLength(1)
  })

  test('is none at a profit, by a flatten, by a standing rule, or when the plan closed it', () => {
    expect(broken(stream().trade({ reason: 'manual' }))).toEqual([])
    expect(broken(stream().issue().shoot().flatten().close({ netCents: -500, reason: 'manual' }))).toEqual([])
    const weekend = stream().issue().shoot().askToClose('prop.flatByWeekend')
    expect(broken(weekend.close({ netCents: -500, reason: 'command' }))).toEqual([])
    const part = stream().issue().shoot().askToClose('window').askToClose('prop.flatByWeekend')
    expect(broken(part.close({ netCents: -500, reason: 'command' }))).toEqual([])
    expect(broken(stream().trade({ netCents: -500, reason: 'time' }))).toEqual([])
    expect(broken(stream().trade({ netCents: -500, reason: 'command' }))).toEqual([])
  })

  test('is no close by hand of what a flatten has left open, until new trades are resumed', () => {
    const lost = { netCents: -500, reason: 'manual' } as const
    const left = () => stream().issue().shoot().flatten()
    expect(broken(left().close(lost))).toEqual([])
    expect(broken(left().resume().close(lost))).toHaveLength(1)
    expect(
      broken(
        left()
          .resume()
          .askToClose('window')
          .close({ ...lost, reason: 'command' }),
      ),
    ).toHaveLength(1)
    expect(broken(left().close(lost).issue().shoot().close(lost))).toHaveLength(1)
  })

  test('is none by a flatten that is carried out after new trades were resumed', () => {
    const asked = stream().issue().shoot().askToClose('window').flatten().resume()
    expect(broken(asked.close({ netCents: -500, reason: 'command' }))).toEqual([])
  })

  test('is a stop further away than it was fired with, or gone, once a trade; a nearer one is none', () => {
    const fired = () => stream().issue().shoot()
    const [, , , recorded] = fired().events
    const stop = recorded?.kind === 'orderRecorded' ? recorded.stop : 0
    expect(stop).toBeGreaterThan(0)
    expect(broken(fired().stop(stop + 10))).toEqual([])
    expect(broken(fired().stop(stop - 10).stop(stop - 20).stop(null))).toHaveLength(1) // prettier-ignore
    expect(broken(fired().stop(null))).toHaveLength(1)
  })

  test('is a limit that was tried, once a day and kind of limit', () => {
    const tried = stream().tryLimit().tryLimit().tryLimit('TILT_LOCKOUT')
    expect(broken(tried)).toHaveLength(2)
    expect(broken(tried.day(1).tryLimit())).toHaveLength(3)
  })
})

describe('study', () => {
  test('pays 15 for an entry with a lesson, three a day, and nothing for one without', () => {
    const notes = stream().journal(1, '').journal(1).journal(1).journal(2).journal(3).journal(4)
    expect(xp(of(notes, 'JOURNAL'))).toEqual([15, 15, 15])
    expect(of(notes.day(1).journal(5), 'JOURNAL')).toHaveLength(4)
  })

  test('pays three entries before the account has told its first day, whatever the clocks of others say', () => {
    const { events } = new CampaignStream(1, 'live').journal(1).journal(2).journal(3).journal(4).journal(5)
    const spread = events.map((event, k) => ({ ...event, atMs: EpochMs.parse(event.atMs + k * DAY_MS) }))
    expect(awardsOf(...spread)).toHaveLength(3)
  })

  test('pays 20 for a lesson that is answered rightly, once', () => {
    const lessons = stream().answer('one-r', false).answer('one-r').answer('one-r').answer('spread')
    expect(xp(of(lessons, 'LESSON'))).toEqual([20, 20])
  })
})

describe('stopping at tilt', () => {
  const stood = (tilted: CampaignStream) => xp(of(tilted, 'STOOD_DOWN'))

  test('is paid when a lockout was sat out, and not when a shot was tried in it', () => {
    expect(stood(stream().raise('TILT_LOCKOUT').end('TILT_LOCKOUT'))).toEqual([20])
    expect(stood(stream().issue().raise('TILT_LOCKOUT').deny().end('TILT_LOCKOUT'))).toEqual([])
  })

  test('is paid at the end of a day on which nothing was shot after a warning, once a day', () => {
    expect(stood(stream().raise('TILT_WARNING'))).toEqual([])
    expect(stood(stream().raise('TILT_WARNING').day(1))).toEqual([20])
    expect(stood(stream().raise('TILT_WARNING').issue().shoot().day(1))).toEqual([])
    expect(stood(stream().raise('TILT_WARNING').raise('TILT_LOCKOUT').end('TILT_LOCKOUT').day(1))).toEqual([20]) // prettier-ignore
  })
})

test('an award that the ledger has told is due no more, also one that an older ledger told without a name', () => {
  const { events, order } = stream().trade()
  const told = awardsOf(...events).map(
    ({ account, atMs, reason, xp: paid, key }): EngineEvent => ({ kind: 'xpAwarded', account, atMs, order, reason, xp: paid, ...(reason === 'BADGE' && { key }) }), // prettier-ignore
  )
  expect(awardsOf(...events, ...told)).toEqual([])
})
