/** Stories of orders that wait: the checker must say which of them were filled, placed or left where they must not be. */
import { expect, it } from 'vitest'
import { ACT_WITHIN_MS } from './index.ts'
import { book, chain, deal, done, judged, opened, order, QUOTES, recorded, TEN, TERMS } from './stories.ts'

const MINUTE_MS = 60_000
const LATER = TEN + 10 * MINUTE_MS
const EXPIRES = TEN + 20 * MINUTE_MS

/** The price is 20 points above it. */
const place = (over: Record<string, unknown> = {}, at: Record<string, unknown> = {}) => ({
  at: 'command',
  what: 'place',
  command: { ...order, price: '1.09986', untilMs: EXPIRES, ...over },
  marketMs: TEN,
  late: false,
  verdict: { is: 'placed', retcode: 10_008 },
  repeat: false,
  balanceCents: 1_000_000,
  quotes: QUOTES,
  ...at,
})
const cancel = { at: 'command', what: 'cancel', command: { id: 'C', order: 'A' }, marketMs: LATER - 1, late: false, verdict: null, repeat: false, balanceCents: 1_000_000, quotes: [] } // prettier-ignore
const flatten = { ...cancel, what: 'flatten', command: { id: 'F' } }
const waiting = (over: Record<string, unknown> = {}) => ({
  ...book(),
  orders: [{ order: '5', symbol: 'EURUSD', side: 'buy', lots: '0.50', price: '1.09986', stop: '1.09806', magic: 777_001, id: 'A', ...over }], // prettier-ignore
})
const filled: readonly unknown[] = [
  opened(),
  place(),
  waiting(),
  deal({ price: '1.09986', timeMs: LATER }),
  book({ open: '1.09986' }),
]
const issued = { kind: 'missionIssued', mission: { id: 'mission of A', expiresMs: EXPIRES } }
const ledger = (...between: Record<string, unknown>[]) =>
  chain(issued, { ...recorded('A'), atMs: TEN }, ...between, done())
const guard = (over: Record<string, unknown> = {}) => ({ kind: 'guardRaised', atMs: TEN + 1, guard: 'TILT_LOCKOUT', ...over }) // prettier-ignore
const attended = (ms: number) => ({ attended: [{ fromMs: LATER - ms, toMs: LATER }] })
const ALL = attended(10 * MINUTE_MS)

const words = (faults: readonly string[]) => [...new Set(faults.map(fault => fault.split(':')[0]))]

it.each([
  ['INTO PAUSED', { kind: 'paused', atMs: TEN + 1 }],
  ['INTO SAFE', { kind: 'selectorSet', selector: 'SAFE', atMs: TEN + 1 }],
  ['INTO TILT_LOCKOUT', guard()],
  ['INTO A DECLINED MISSION', { kind: 'missionDeclined', mission: 'mission of A', atMs: TEN + 1 }],
])('says %s of a fill long after it stood', (word, event) => {
  const of = (log: readonly unknown[], terms: object) =>
    words(judged(log, ledger(event), { ...TERMS, ...terms }))
  expect(of(filled, ALL)).toEqual([word])
  // Before it could act, or when it has asked, it has done what it could.
  expect(of(filled, attended(ACT_WITHIN_MS - 1))).toEqual([])
  expect(of(filled.toSpliced(3, 0, cancel), ALL)).toEqual([])
  expect(of(filled.toSpliced(3, 0, { ...cancel, command: { id: 'C', order: 'B' } }), ALL)).toEqual([word])
})

it('says nothing of what was over before the fill, or written by a clock that was wrong', () => {
  const of = (...events: Record<string, unknown>[]) => judged(filled, ledger(...events), { ...TERMS, ...ALL })
  expect(of({ kind: 'paused', atMs: TEN + 1 }, { kind: 'resumed', atMs: TEN + 2 })).toEqual([])
  expect(of({ kind: 'selectorSet', selector: 'SAFE', atMs: TEN + 1 }, { kind: 'selectorSet', selector: 'SELECT', atMs: TEN + 2 })).toEqual([]) // prettier-ignore
  expect(of(guard({ untilMs: LATER }))).toEqual([])
  expect(of({ kind: 'paused', atMs: TEN - 60 * MINUTE_MS })).toEqual([])
})

it('says INTO NEWS of a fill into the silence, reckoned from when it began', () => {
  const of = (minutes: number) =>
    words(
      judged(filled, ledger(), {
        ...TERMS,
        ...ALL,
        announcements: [{ currency: 'EUR', importance: 'high', timeMs: LATER + minutes * MINUTE_MS }],
      }),
    )
  expect(of(14)).toEqual(['INTO NEWS'])
  expect(of(14.9)).toEqual([])
  expect(of(15)).toEqual([])
})

it('says INTO DEAD HOURS and INTO WEEKEND of fills by New York time', () => {
  const at = (line: unknown, byMs: number) =>
    JSON.parse(JSON.stringify(line), (key, value: unknown) =>
      ['marketMs', 'timeMs', 'untilMs', 'atMs', 'expiresMs'].includes(key) ? Number(value) + byMs : value,
    ) as Record<string, unknown>
  const of = (beginsMs: number) => {
    const byMs = beginsMs - TEN
    const spans = [{ fromMs: beginsMs, toMs: LATER + byMs }]
    const rows = chain(at(issued, byMs), at({ ...recorded('A'), atMs: TEN }, byMs), done())
    return words(
      judged(
        filled.map(line => at(line, byMs)),
        rows,
        { ...TERMS, attended: spans },
      ),
    )
  }
  expect(of(Date.UTC(2026, 0, 6, 21, 10))).toEqual(['INTO DEAD HOURS'])
  expect(of(Date.UTC(2026, 0, 9, 19, 55))).toEqual(['INTO WEEKEND'])
  expect(of(Date.UTC(2026, 0, 6, 20, 30))).toEqual([])
})

it('says INTO DAILY LOSS of a fill long after the day was lost, and of one that the trader wanted back', () => {
  const lost = [deal({ deal: '20', position: '9', id: 'Z', symbol: 'USDJPY', timeMs: TEN + 1 }), deal({ deal: '21', position: '9', id: null, symbol: 'USDJPY', entry: 'out', profit: -60_000, timeMs: TEN + 2 })] // prettier-ignore
  const told = ['20', '21'].map(ticket => ({ ...done({ deal: ticket, position: '9', entry: ticket === '20' ? 'in' : 'out' }), order: 'Z' })) // prettier-ignore
  const log = filled.toSpliced(3, 0, ...lost, { ...waiting(), balanceCents: 940_000 })
  expect(words(judged(log, ledger(...told), { ...TERMS, ...ALL }))).toEqual(['INTO DAILY LOSS'])
  const wantedBack = [{ order: 'A', atMs: TEN + 1 }]
  expect(words(judged(filled, ledger(), { ...TERMS, ...ALL, wantedBack }))).toEqual(['INTO A WISH TO HAVE IT BACK']) // prettier-ignore
})

it('says INTO MEDIC of too much risk, and of a second trade, filled long after half of the day was lost', () => {
  const out = (profit: number) => [deal({ deal: '20', position: '9', id: 'Z', symbol: 'USDJPY', timeMs: TEN + 1 }), deal({ deal: '21', position: '9', id: null, symbol: 'USDJPY', entry: 'out', profit, timeMs: TEN + 2 })] // prettier-ignore
  const told = ['20', '21'].map(ticket => ({ ...done({ deal: ticket, position: '9', entry: ticket === '20' ? 'in' : 'out' }), order: 'Z' })) // prettier-ignore
  const second = deal({
    deal: '30',
    position: '8',
    id: 'Y',
    symbol: 'GBPJPY',
    lots: '0.01',
    timeMs: LATER - 60_000,
  })
  const beside = book({ position: '8', symbol: 'GBPJPY', open: '190.010', stop: '189.010', lots: '0.01' })
  const of = (lots: string, profit: number, ...between: readonly unknown[]) => {
    const log = [
      opened(),
      place({ lots }),
      waiting({ lots }),
      ...out(profit),
      { ...waiting({ lots }), balanceCents: 1_000_000 + profit },
      ...between,
      deal({ price: '1.09986', timeMs: LATER, lots }),
    ]
    const faults = judged(log, ledger(...told), {
      ...TERMS,
      ...ALL,
      attended: [{ fromMs: TEN, toMs: LATER }],
    })
    return words(faults).filter(word => word?.startsWith('INTO'))
  }
  expect(of('0.75', -26_000)).toEqual(['INTO MEDIC'])
  expect(of('0.75', -24_000)).toEqual([])
  expect(of('0.40', -26_000)).toEqual([])
  expect(of('0.40', -26_000, second, beside)).toEqual(['INTO MEDIC'])
})

it.each([
  ['EXPIRY', 'a wait beyond its mission', [opened(), place({ untilMs: EXPIRES + 1 }), waiting()]],
  ['EXPIRY', 'a fill after its time', [opened(), place({ untilMs: LATER - 1 }), ...filled.slice(2)]],
  ['NO STOP', 'an order that waits without a stop', [opened(), place(), waiting({ stop: null })]],
  ['LEFT', 'an order that a flatten left', [opened(), place(), waiting(), flatten]],
  ['NETTING', 'an order that waits on a netting account', [opened('netting'), place()]],
  ['TWICE', 'a second order on its symbol', [opened(), place(), waiting(), place({ id: 'B', lots: '0.10' }, { marketMs: LATER })]], // prettier-ignore
  ['CURRENCY', 'too much against one currency with it', [opened(), place(), waiting({ side: 'sell', symbol: 'USDJPY', price: '150.006', stop: '153.206', lots: '0.10' }), place({ id: 'B', lots: '0.50' }, { marketMs: LATER })]], // prettier-ignore
  ['OPEN TRADES', 'an order above what a rank may hold', [opened(), waiting({ symbol: 'USDJPY', price: '150.006', stop: '149.806', lots: '0.10' }), place({ lots: '0.40' })]], // prettier-ignore
  ['UNRECORDED', 'an order that was sent before it was written', [opened(), place({ id: 'X' })]],
])('says %s of %s', (word, _, log) => {
  const rank = word === 'OPEN TRADES' ? 'NIBBLER' : TERMS.rank
  const rows = chain(issued, { ...issued, mission: { ...issued.mission, id: 'mission of B' } }, recorded('A'), recorded('B'), done()) // prettier-ignore
  expect(words(judged(log, rows, { ...TERMS, rank }))).toContain(word)
})

it('says AUTO of an order that AUTO has placed', () => {
  const rows = chain(issued, { ...recorded('A'), atMs: TEN, origin: 'auto', waitsUntilMs: EXPIRES }, done())
  expect(words(judged(filled, rows, { ...TERMS, ...ALL }))).toEqual(['AUTO'])
})

it('has nothing to say about an order that waited and was filled in its time', () => {
  expect(judged(filled, ledger(), { ...TERMS, ...ALL })).toEqual([])
})
