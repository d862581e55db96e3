/** The checker is told bad stories, one for each rule, and must name what is wrong with them. */
import { describe, expect, it } from 'vitest'
import type { LedgerRow, Terms } from './index.ts'
import { book, chain, CLOSES, deal, done, fire, judged, opened, recorded, recordedAll, TEN, TERMS, toldOf } from './stories.ts' // prettier-ignore

describe('The checker of the desk', () => {
  it('has nothing to say about a sound story', () => {
    const log = [
      opened(),
      book(),
      fire(),
      deal(),
      book({}),
      book({ stop: '1.09900' }),
      deal({ deal: '11', entry: 'out', id: null }),
      book(),
    ]
    const out = {
      kind: 'dealDone',
      order: 'A',
      deal: { deal: '11', position: '1', entry: 'out', lots: '0.50' },
    }
    expect(judged(log, chain(recorded('A'), done(), out))).toEqual([])
  })

  const apart = (symbol: string, at: number, id: string) =>
    symbol === 'EURUSD'
      ? fire({ id }, { marketMs: TEN + at })
      : fire(
          { id, symbol, price: '150.006', stop: '149.806', target: '150.406', lots: '0.10' },
          { marketMs: TEN + at },
        )
  const lost = (profit: number) => [
    deal({ profit: 0 }),
    deal({ deal: '11', entry: 'out', id: null, profit, timeMs: TEN + 1_000 }),
  ]

  const orders: [word: string, name: string, log: readonly unknown[], terms?: Partial<Terms>][] = [
    ['RISK', 'an order over the rank', [opened(), fire({ lots: '0.60' })], { rank: 'SCOUT' }],
    ['RISK', 'an order over what the trader allows', [opened(), fire()], { riskPct: 1 }],
    ['RISK', 'a yen order that was sized in the wrong currency', [opened(), fire({ symbol: 'USDJPY', price: '150.006', stop: '149.806', target: '150.406', lots: '6.70' })]], // prettier-ignore
    ['TOTAL RISK', 'all open risk together', [opened(), book({ position: '2', symbol: 'USDJPY', open: '150.006', stop: '149.006', lots: '0.80' }), fire()]], // prettier-ignore
    ['OPEN TRADES', 'more trades than the rank holds', [opened(), book({ symbol: 'USDJPY', open: '150.006', stop: '149.806', lots: '0.1' }), fire({ lots: '0.4' })], { rank: 'NIBBLER' }], // prettier-ignore
    ['TWICE', 'a second trade of a symbol', [opened(), book({}), fire({ lots: '0.10' })]],
    ['SHOTS', 'more shots than the rank has', [opened(), ...Array.from({ length: 7 }, (_, at) => fire({ id: `A${at}`, lots: '0.10' }, { marketMs: TEN + at * 60_000 }))], { rank: 'NIBBLER' }], // prettier-ignore
    ['MINUTE', 'six shots in a minute', [opened(), ...['EURUSD', 'USDJPY', 'EURUSD', 'USDJPY', 'EURUSD', 'USDJPY'].map((symbol, at) => apart(symbol, at * 9_000, `A${at}`))]], // prettier-ignore
    [
      'PAUSE',
      'a symbol fired twice in 30 seconds',
      [opened(), apart('EURUSD', 0, 'A'), apart('EURUSD', 29_000, 'B')],
    ],
    ['DAILY LOSS', 'a shot after the daily stop', [opened(), ...lost(-31_000), fire({ id: 'B', lots: '0.10' }, { marketMs: TEN + 60_000, balanceCents: 969_000 })], { rank: 'SCOUT' }], // prettier-ignore
    ['DAILY LOSS', 'a shot while an open trade has lost the day on paper', [opened(), book({ position: '2', symbol: 'USDJPY', open: '155.006', stop: '149.806', lots: '0.10' }), fire({ lots: '0.10' })], { rank: 'SCOUT' }], // prettier-ignore
    [
      'DEAD HOURS',
      'a shot at 16:20 in New York, winter',
      [opened(), fire({}, { marketMs: Date.UTC(2026, 0, 6, 21, 20) })],
    ],
    ['DEAD HOURS', 'a shot at 16:20 in New York, the first Monday of summer', [opened(), fire({}, { marketMs: Date.UTC(2026, 2, 9, 20, 20) })]], // prettier-ignore
    ['WEEKEND', 'a shot in the last two hours of the week', [opened(), fire({}, { marketMs: Date.UTC(2026, 0, 9, 20, 5) })]], // prettier-ignore
    ['NO STOP', 'an order without a stop', [opened(), fire({ stop: '0' })]],
    ['WRONG SIDE', 'a stop above a buy', [opened(), fire({ stop: '1.10106' })]],
    ['WRONG SIDE', 'a stop that the price has passed already', [opened(), fire({ price: '1.10306', stop: '1.10106', target: '1.10606' })]], // prettier-ignore
    ['LOTS', 'lots off the step', [opened(), fire({ lots: '0.105' })]],
    ['LOTS', 'lots under the smallest', [opened(), fire({ lots: '0.00' })]],
    [
      'NETTING',
      'a symbol that a stranger holds',
      [opened('netting'), book({ magic: 0, symbol: 'EURUSD' }), fire()],
    ],
  ]
  it.each(orders)('says %s of %s', (word, _, log, terms = {}) => {
    const faults = judged(log, recordedAll('A', 'B', ...Array.from({ length: 7 }, (__, at) => `A${at}`)), {
      ...TERMS,
      ...terms,
    })
    expect(faults.map(fault => fault.split(':')[0])).toContain(word)
  })

  const after = { marketMs: TEN + 60_000, balanceCents: 984_000 }
  const yen = { symbol: 'USDJPY', open: '150.006', stop: '149.806', lots: '0.10' }
  const announced = (currency: string, importance: string, minutes: number) => ({
    announcements: [{ currency, importance, timeMs: TEN + minutes * 60_000 }],
  })
  const kin = (of: string, turn: 1 | -1) => ({
    closes: {
      ...CLOSES,
      EURUSD: CLOSES.USDJPY.map(close => (of === 'EURUSD' ? 1 + turn * (close - 1) : close)),
    },
  })
  const circumstances: [word: string | null, name: string, log: readonly unknown[], terms: Partial<Terms>][] =
    [
      ['MEDIC', 'more than half the risk after half of the daily stop', [opened(), ...lost(-16_000), fire({ id: 'B', lots: '0.30' }, after)], { rank: 'SCOUT' }], // prettier-ignore
      [null, 'half the risk after it', [opened(), ...lost(-16_000), fire({ id: 'B', lots: '0.20' }, after)], { rank: 'SCOUT' }], // prettier-ignore
      [null, 'the whole risk short of it', [opened(), ...lost(-13_000), fire({ id: 'B', lots: '0.40' }, { ...after, balanceCents: 987_000 })], { rank: 'SCOUT' }], // prettier-ignore
      ['MEDIC', 'a second trade after it', [opened(), ...lost(-16_000), book({ ...yen, position: '2' }), fire({ id: 'B', lots: '0.10' }, after)], { rank: 'SCOUT' }], // prettier-ignore
      ['MEDIC', 'more than half the risk after half was won back', [opened(), ...lost(-16_000), deal({ deal: '12', position: '3', id: 'A1' }), deal({ deal: '13', position: '3', entry: 'out', id: null, profit: 9_000, timeMs: TEN + 2_000 }), fire({ id: 'B', lots: '0.30' }, after)], { rank: 'SCOUT' }], // prettier-ignore
      ['MEDIC', 'a second trade while the first has lost half on paper', [opened(), book({ ...yen, open: '153.006' }), fire({ id: 'B', lots: '0.10' })], { rank: 'SCOUT' }], // prettier-ignore
      ['NEWS', 'a shot 14 minutes before', [opened(), fire()], announced('EUR', 'high', 14)],
      ['NEWS', 'a shot 14 minutes after', [opened(), fire()], announced('USD', 'high', -14)],
      ['NEWS', 'a shot nine minutes before something moderate', [opened(), fire()], announced('USD', 'moderate', 9)], // prettier-ignore
      [null, 'a shot 15 minutes before', [opened(), fire()], announced('EUR', 'high', 15)],
      [null, 'a shot 15 minutes after', [opened(), fire()], announced('EUR', 'high', -15)],
      [
        null,
        'a shot a minute after something moderate',
        [opened(), fire()],
        announced('EUR', 'moderate', -1),
      ],
      [null, 'a shot ten minutes before something moderate', [opened(), fire()], announced('EUR', 'moderate', 10)], // prettier-ignore
      [null, 'a shot on other currencies', [opened(), fire()], announced('GBP', 'high', 1)],
      [null, 'a shot beside a speech', [opened(), fire()], announced('EUR', 'low', 0)],
      [
        'CORRELATED',
        'the same bet once more',
        [opened(), book({ ...yen, position: '2' }), fire()],
        kin('EURUSD', 1),
      ],
      ['CORRELATED', 'the opposite of a pair that goes the other way', [opened(), book({ ...yen, position: '2', side: 'sell', stop: '150.206' }), fire()], kin('EURUSD', -1)], // prettier-ignore
      [null, 'the opposite bet', [opened(), book({ ...yen, position: '2' }), fire()], kin('EURUSD', -1)],
      ['CORRELATED', 'a pair of which the past is not known', [opened(), book({ ...yen, position: '2' }), fire()], { closes: {} }], // prettier-ignore
      ['CURRENCY', 'too much against one currency', [opened(), book({ ...yen, position: '2', side: 'sell', stop: '151.506', lots: '0.25' }), fire()], {}], // prettier-ignore
      [null, 'as much on both sides of it', [opened(), book({ ...yen, position: '2', stop: '148.506', lots: '0.25' }), fire()], {}], // prettier-ignore
      [null, 'what takes away from too much', [opened(), book({ ...yen, position: '2', stop: '148.006', lots: '0.25', magic: 0 }), fire()], {}], // prettier-ignore
    ]
  it.each(circumstances)('says %s of %s', (word, _, log, terms) => {
    const faults = judged(log, chain(...['A', 'B'].map(id => recorded(id)), ...log.flatMap(toldOf)), {
      ...TERMS,
      ...terms,
    })
    const words = faults.map(fault => fault.split(':')[0]).filter(one => one !== 'BOOK')
    expect([...new Set(words)]).toEqual(word === null ? [] : [word])
  })

  it('counts a day from 17:00 in New York on', () => {
    const shot = (id: string, marketMs: number) => fire({ id, lots: '0.10' }, { marketMs })
    const before = Array.from({ length: 6 }, (_, at) =>
      shot(`A${at}`, Date.UTC(2026, 0, 6, 20) + at * 60_000),
    )
    const log = [opened(), ...before, shot('A6', Date.UTC(2026, 0, 7, 1))]
    const ids = Array.from({ length: 7 }, (_, at) => `A${at}`)
    expect(judged(log, recordedAll(...ids), { ...TERMS, rank: 'NIBBLER' })).toEqual([])
  })

  const filled = [opened(), fire(), deal(), book({})]
  const stories: [word: string, name: string, log: readonly unknown[], ledger: LedgerRow[]][] = [
    ['DOUBLE', 'an id that opened two positions', [...filled, deal({ deal: '12', position: '2' })], chain(recorded('A'), done(), done({ deal: '12', position: '2' }))], // prettier-ignore
    ['DOUBLE', 'a mission that two orders filled', [...filled, deal({ deal: '12', position: '2', id: 'B' })], chain(recorded('A', 'M'), recorded('B', 'M'), done(), done({ deal: '12', position: '2' }))], // prettier-ignore
    ['NO STOP', 'a position without one', [...filled, book({ stop: null })], chain(recorded('A'), done())],
    [
      'WIDENED',
      'a stop that went away',
      [...filled, book({ stop: '1.09706' })],
      chain(recorded('A'), done()),
    ],
    ['ORPHAN', 'a fill that the ledger does not hold', filled, chain(recorded('A'))],
    ['REPEATED', 'a fill that is stored twice', filled, chain(recorded('A'), done(), done())],
    ['INVENTED', 'a fill that never was', filled, chain(recorded('A'), done(), done({ deal: '99' }))],
    ['UNRECORDED', 'an order that was sent before it was written', filled, chain(done())],
    ['BOOK', 'a position that only the broker has', filled, chain(recorded('A'), done({ lots: '0.20' }))],
    ['GUARD', 'an order during a pause', filled, chain({ kind: 'paused' }, recorded('A'), done())],
    ['GUARD', 'an order after the fourth loss', filled, chain({ kind: 'guardRaised', guard: 'TILT_LOCKOUT' }, recorded('A'), done())], // prettier-ignore
    ['GUARD', 'an order before a lockout is over', filled, chain({ kind: 'guardRaised', guard: 'TILT_LOCKOUT', untilMs: 3_600_000 }, { ...recorded('A'), atMs: 3_599_999 }, done())], // prettier-ignore
    [
      'AUTO',
      'an order of AUTO for a rank without it',
      filled,
      chain({ ...recorded('A'), origin: 'auto' }, done()),
    ],
    ['LIVE', 'real money without consent', filled, chain({ kind: 'settingsApplied', settings: { liveUnlocked: true } }, recorded('A', 'M', 'live'), done())], // prettier-ignore
    ['LIVE', 'real money without the checklist', filled, chain({ kind: 'consentGiven' }, recorded('A', 'M', 'live'), done())], // prettier-ignore
  ]
  it.each(stories)('says %s of %s', (word, _, log, ledger) => {
    const rank = word === 'AUTO' ? 'SCOUT' : TERMS.rank
    expect(judged(log, ledger, { ...TERMS, rank }).map(fault => fault.split(':')[0])).toContain(word)
  })

  it('says CHAIN of a row that was changed, and of one that is gone', () => {
    const rows = chain(recorded('A'), done(), { kind: 'resumed' })
    const changed = rows.map(row => ({ ...row, body: row.body.replace('mission of A', 'mission of B') }))
    const gone = [rows[0], rows[2]].filter(row => row !== undefined)
    const of = (ledger: LedgerRow[]) => judged(filled, ledger).map(fault => fault.split(':')[0])
    expect(of(changed)).toContain('CHAIN')
    expect(of(gone)).toContain('CHAIN')
  })

  it('lets an order pass when the lockout is over', () => {
    const raised = { kind: 'guardRaised', guard: 'TILT_LOCKOUT', untilMs: 3_600_000 }
    expect(judged(filled, chain(raised, { ...recorded('A'), atMs: 3_600_000 }, done()))).toEqual([])
  })

  it('lets nobody off for a clock that is a minute wrong: the travel is what it was told', () => {
    const log = [opened(), fire({}, { marketMs: Date.UTC(2026, 0, 6, 21, 15, 3) })]
    expect(judged(log, recordedAll('A'), { ...TERMS, travelMs: 5_000 })).toEqual([])
    expect(judged(log, recordedAll('A'), { ...TERMS, travelMs: 2_000 })).not.toEqual([])
  })
})
