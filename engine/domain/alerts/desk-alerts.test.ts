import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadgeName } from '../../contracts/badges.ts'
import type { EventOf } from '../../contracts/events.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { AlertReader, storedAt } from '../../testkit/alerts.ts'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { CampaignRecord } from '../campaign/campaign-record.ts'

const { guardRaised, guardEnded, terminalLinked, xpAwarded, reportTold } = ONE_OF_EACH
const at = (atMs: number) => ({ atMs }) as unknown as Pick<EventOf<'guardRaised'>, 'atMs'>

describe('a guard', () => {
  test('that rises, is raised for longer and ends is one message', () => {
    const reader = new AlertReader()
    const longer = { ...guardRaised, text: 'Longer.' }
    reader.store([terminalLinked, guardRaised, longer], 1_000)
    expect(reader.facts('guard')).toEqual([{ kind: 'guard', guard: 'MEDIC', text: 'Longer.', untilMs: null, ended: null }]) // prettier-ignore
    reader.store([guardEnded], 2_000)
    expect(reader.facts('guard')).toMatchObject([{ ended: 'a new day' }])
    expect(reader.editions.at(-1)).toMatchObject({ over: true, at: { account: 'demo', mark: 'aaaa' } })
    expect(reader.store([guardEnded], 3_000)).toEqual([])
    reader.store([guardRaised], 4_000)
    expect(reader.facts('guard')).toHaveLength(2)
  })

  test('whose time was over when it rises again is another one, and the first is over', () => {
    const reader = new AlertReader()
    const until = (untilMs: number, atMs: number) =>
      ({ ...guardRaised, ...at(atMs), guard: 'DAILY_STOP', untilMs }) as EventOf<'guardRaised'>
    reader.store([until(5_000, 1_000), until(9_000, 6_000)], 1_000)
    expect(reader.facts('guard')).toMatchObject([{ ended: 'Its time is over.' }, { ended: null }])
  })

  test('of one account is not that of another', () => {
    const reader = new AlertReader()
    reader.store([guardRaised, { ...guardRaised, loginHash: 'b'.repeat(32) }], 1_000)
    expect(reader.facts('guard')).toHaveLength(2)
  })
})

describe('the desk', () => {
  test('tells a pause, a resume, a selector, a consent and a flatten, each once', () => {
    const { paused, resumed, selectorSet, consentGiven, flattenRequested, flattenEnded } = ONE_OF_EACH
    const reader = new AlertReader()
    const again = { ...flattenRequested, origin: 'again' }
    const flat = { ...flattenEnded, left: [], text: 'Flat: no position of BITTEN is open.' }
    reader.store(
      [terminalLinked, paused, resumed, selectorSet, consentGiven, flattenRequested, again, flat],
      1_000,
    )
    expect(reader.facts('desk').map(({ what }) => what)).toEqual([
      'paused', 'resumed', 'selector', 'consent', 'flatten', 'flattened',
    ]) // prettier-ignore
    expect(reader.editions.every(({ over }) => over)).toBe(true)
    expect(reader.editions.at(-1)?.at).toMatchObject({ broker: 'B', account: 'demo' })
  })

  test('says what a flatten has left open as trouble, also when all of it is unknown', () => {
    const { flattenEnded, missionIssued, orderRecorded, orderBecame } = ONE_OF_EACH
    const left = new AlertReader()
    left.store([terminalLinked, flattenEnded], 1_000)
    expect(left.facts('trouble')).toMatchObject([{ what: 'flattenLeft', text: 'one is left' }])
    const unknown = new AlertReader()
    unknown.store(
      [terminalLinked, missionIssued, orderRecorded, orderBecame, { ...flattenEnded, left: [] }],
      1_000,
    )
    expect(unknown.facts('trouble').map(({ what }) => what)).toEqual(['orderUnknown', 'flattenLeft'])
  })

  test('says that AUTO was switched off by an update or another account, and that positions were closed without it', () => {
    const reader = new AlertReader()
    const off = (origin: string) => ({ ...ONE_OF_EACH.selectorSet, selector: 'SELECT', origin }) as const
    reader.store([off('update'), off('account'), { ...ONE_OF_EACH.paused, origin: 'host' }], 1_000)
    expect(reader.facts('desk').map(({ text }) => text)).toEqual([
      'The app was updated: AUTO is off until you switch it on.',
      'Another account with real money was linked: AUTO is off until you switch it on for this one.',
      'Positions were closed while the engine was down: new trades are paused until you resume.',
    ])
  })

  test('tells a ledger that was restored', () => {
    const reader = new AlertReader()
    reader.store([ONE_OF_EACH.ledgerRecovered], 1_000)
    expect(reader.facts('trouble')).toMatchObject([
      { what: 'ledgerRecovered', text: 'The ledger was put aside.' },
    ])
  })
})

describe('reports, badges and ranks', () => {
  test('name the kind of account that they belong to', () => {
    const reader = new AlertReader()
    const badge = {
      ...xpAwarded,
      reason: 'BADGE',
      key: 'badge:FIRST_BLOOD',
      xp: 1_000,
      text: 'badge earned',
    } as const
    reader.store([reportTold, { ...reportTold, report: 'sitrep' }, badge], 1_000)
    expect(reader.editions.map(({ fact }) => fact)).toEqual([
      {
        kind: 'drillReport',
        account: 'demo',
        report: 'drill',
        dueMs: reportTold.dueMs,
        text: reportTold.text,
      },
      { kind: 'sitrep', account: 'demo', report: 'sitrep', dueMs: reportTold.dueMs, text: reportTold.text },
      { kind: 'badge', account: 'demo', badge: 'FIRST_BLOOD', xp: 1_000, text: 'badge earned' },
      { kind: 'rank', account: 'demo', rank: 'SCOUT', before: 'NIBBLER', xp: 1_000 },
    ])
  })

  test('are told for every badge there is', () => {
    for (const name of BadgeName.options) {
      const reader = new AlertReader()
      reader.store([{ ...xpAwarded, reason: 'BADGE', key: `badge:${name}` }], 1_000)
      expect(reader.facts('badge')).toMatchObject([{ badge: name }])
    }
  })

  test('whatever was awarded, the rank that was told last is the one that the campaign has', () => {
    const awards = fc.array(
      fc.record({
        account: fc.constantFrom(...AccountKind.options),
        xp: fc.integer({ min: -3_000, max: 9_000 }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(awards, given => {
        const events = storedAt(given.map(award => ({ ...xpAwarded, ...award })), 1_000) // prettier-ignore
        const record = new CampaignRecord()
        for (const stored of events) record.take(stored)
        const told = new AlertReader().read(events).facts('rank')
        for (const account of AccountKind.options) {
          const last = told.findLast(fact => fact.account === account)
          const { rank } = record.answer({ account, beforeSeq: null, limit: 1 })
          expect(last?.rank ?? 'NIBBLER').toBe(rank)
        }
      }),
    )
  })

  test('of a stream of trades are those of its awards', () => {
    const stream = new CampaignStream(1, 'demo').day(0)
    for (let k = 0; k < 12; k++) stream.trade()
    const reader = new AlertReader().read(storedAt(stream.events, 1_000))
    // The stream holds facts, and no award was told.
    expect([reader.facts('badge'), reader.facts('rank')]).toEqual([[], []])
    expect(reader.facts('closed')).toHaveLength(12)
  })
})
