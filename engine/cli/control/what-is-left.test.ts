import { describe, expect, it } from 'vitest'
import { ControlStatus } from '../../contracts/control.ts'
import { statusLines } from './status-text.ts'
import { whatIsLeft } from './what-is-left.ts'

const LINK = { terminal: 'mt5-1', state: 'live', broker: 'Broker', kind: 'demo', armed: true, problem: null, nextStep: null } // prettier-ignore
const SECOND = { ...LINK, terminal: 'mt5-2' }
const POSITION = { terminal: 'mt5-1', position: '77', symbol: 'EURUSD', side: 'buy', lots: '0.10', stop: '1.0950', r: -0.5, netCents: -1_250, external: false, lastSeenMs: null } // prettier-ignore
const ORDER = { order: '01KDVDNP00ABCDEFGHJKMNPQRS', terminal: 'mt5-1', symbol: 'EURUSD', side: 'buy', lots: 0.1, state: 'unknown', text: 'No answer.', waits: null, external: false, settle: null } // prettier-ignore
const WAITING = { ...ORDER, state: 'waiting', text: '', waits: { price: '1.0960', leftMs: 754_000 } }
const STRANGE = { ...WAITING, order: '88001234', external: true, waits: { price: '1.0990', leftMs: null } }

const statusWith = (desk: object | null = {}, engine = 'running') =>
  ControlStatus.parse({
    version: '0.1.0',
    dataFolder: '/data',
    engine,
    linked: ['mt5-1'],
    desk: desk && {
      kind: 'demo',
      marketMs: Date.UTC(2026, 0, 6, 9),
      links: [LINK],
      account: { currency: 'EUR', balanceCents: 1_000_000, equityCents: 998_750 },
      selector: 'SELECT',
      paused: false,
      guards: [],
      positions: [],
      orders: [],
      campaign: { kind: 'demo', rank: 'NIBBLER', xp: 40 },
      today: { shots: 1, shotsLimit: 6, openTrades: 1, openLimit: 1, lossCents: 0, lossLimitCents: 30_000, openRiskCents: 10_000 }, // prettier-ignore
      ...desk,
    },
  })

describe('everything is closed', () => {
  it('when the engine sees an armed terminal without a position of ours', () => {
    expect(whatIsLeft(statusWith())).toEqual([])
    expect(whatIsLeft(statusWith({ positions: [{ ...POSITION, external: true }], orders: [STRANGE] }))).toEqual([]) // prettier-ignore
    expect(whatIsLeft(statusWith({ links: [LINK, SECOND] }))).toEqual([])
  })

  it.each([
    [
      'a position is open',
      { positions: [POSITION] },
      'Still open: buy 0.10 EURUSD, 77 at mt5-1, stop 1.0950, −12.50 (−0.50 R).',
    ],
    ['an order has no answer', { orders: [ORDER] }, 'Order 01KDVDNP00ABCDEFGHJKMNPQRS is unknown.'],
    ['no terminal is linked', { links: [] }, 'No terminal is linked.'],
    [
      'a terminal is away',
      { links: [LINK, { ...SECOND, state: 'down' }] },
      'mt5-2 is not linked, so nobody knows what is open there.',
    ],
    [
      'a terminal is being compared',
      { links: [{ ...LINK, armed: false }] },
      'What is open at mt5-1 is still being compared.',
    ],
    [
      'a position is open at another terminal',
      { links: [LINK, SECOND], positions: [{ ...POSITION, terminal: 'mt5-2' }] },
      'Still open: buy 0.10 EURUSD, 77 at mt5-2, stop 1.0950, −12.50 (−0.50 R).',
    ],
    [
      'a position was open at a terminal that is gone',
      { links: [LINK], positions: [{ ...POSITION, lastSeenMs: Date.UTC(2026, 0, 6, 9) }] },
      'Still open: buy 0.10 EURUSD, 77 at mt5-1, stop 1.0950, −12.50 (−0.50 R), link lost, as of 2026-01-06 09:00 UTC.',
    ],
    [
      'another terminal is being compared',
      { links: [LINK, { ...SECOND, armed: false }] },
      'What is open at mt5-2 is still being compared.',
    ],
    ['an order waits', { orders: [WAITING] }, 'Order 01KDVDNP00ABCDEFGHJKMNPQRS is waiting.'],
  ])('is not said while %s', (_, desk, text) => {
    expect(whatIsLeft(statusWith(desk))).toEqual([text])
  })

  it('is not said without an engine', () => {
    expect(whatIsLeft(statusWith(null, 'It starts again.'))).toEqual([
      "The engine can't say what is open (It starts again.).",
    ])
    expect(whatIsLeft(statusWith({}, 'It starts again.'))).toHaveLength(1)
  })
})

describe('the status for a person', () => {
  it('names what is open and what keeps trades back', () => {
    const guards = [
      { guard: 'TILT_WARNING', terminal: 'mt5-1', text: '3 losses in a row.', leftMs: null, blocks: false },
    ]
    const lines = statusLines(statusWith({ positions: [POSITION, { ...POSITION, stop: null, r: null, external: true }], orders: [ORDER], guards })) // prettier-ignore

    expect(lines).toEqual([
      'BITTEN     0.1.0, data /data',
      'Account    DEMO, 2026-01-06 09:00 UTC, balance 10000.00 EUR, equity 9987.50',
      'Link       mt5-1: Broker, demo, armed',
      'Selector   SELECT',
      'Guards     TILT_WARNING: 3 losses in a row.',
      'Positions  buy 0.10 EURUSD, 77 at mt5-1, stop 1.0950, −12.50 (−0.50 R)',
      '           buy 0.10 EURUSD, 77 at mt5-1, NO STOP, −12.50, not ours',
      'Orders     buy 0.10 EURUSD, unknown: No answer, 01KDVDNP00ABCDEFGHJKMNPQRS at mt5-1',
      'Today      1 of 6 shots, 1 of 1 open, loss 0.00 of 300.00, open risk 100.00',
      'Rank       NIBBLER, 40 XP, demo',
    ])
  })

  it('lists what waits with its price and its time, whose it is, and what is to be ended by hand', () => {
    const lost = { ...ORDER, settle: 'I end it' }
    const lines = statusLines(statusWith({ orders: [WAITING, { ...WAITING, text: 'Being taken back.' }, STRANGE, lost] })) // prettier-ignore

    expect(lines.slice(6, 10)).toEqual([
      'Orders     buy 0.10 EURUSD, waits at 1.0960, 12:34 left, 01KDVDNP00ABCDEFGHJKMNPQRS at mt5-1',
      '           buy 0.10 EURUSD, waits at 1.0960, 12:34 left: Being taken back, 01KDVDNP00ABCDEFGHJKMNPQRS at mt5-1',
      '           buy 0.10 EURUSD, waits at 1.0990, until it is taken back, 88001234 at mt5-1, not ours',
      '           buy 0.10 EURUSD, unknown: No answer, 01KDVDNP00ABCDEFGHJKMNPQRS at mt5-1. To end it by hand: bitten settle 01KDVDNP00ABCDEFGHJKMNPQRS',
    ])
  })

  it('says what is not known, and never that it is nothing', () => {
    const linesOf = (desk: object) => statusLines(statusWith(desk)).slice(-5)
    const zero = { shots: 0, shotsLimit: 6, openTrades: 0, openLimit: 1, lossCents: 0, lossLimitCents: null, openRiskCents: 0 } // prettier-ignore
    const none = 'not known: no terminal is linked'
    const before = { kind: null, marketMs: null, links: [], account: null, today: zero, paused: true }
    expect(statusLines(statusWith(before)).slice(1)).toEqual([
      'Account    NONE YET',
      'Link       No terminal has been linked.',
      "Selector   SELECT, PAUSED: no new trades until 'bitten resume'",
      `Guards     ${none}`,
      `Positions  ${none}`,
      `Orders     ${none}`,
      `Today      ${none}`,
      'Rank       NIBBLER, 40 XP, demo',
    ])
    expect(linesOf({ links: [{ ...LINK, armed: false }], marketMs: null, today: zero })).toEqual([
      'Guards     none',
      'Positions  What is open at mt5-1 is still being compared.',
      'Orders     none on record',
      'Today      not known before the terminal has told its time',
      'Rank       NIBBLER, 40 XP, demo',
    ])
    expect(linesOf({ links: [{ ...LINK, state: 'down', armed: false }] })[3]).toBe(
      'Today      1 of 6 shots, 1 of 1 open, loss 0.00 of 300.00, open risk 100.00, by the record',
    )
  })

  it('without an engine says why, and what the host knows', () => {
    expect(statusLines(statusWith(null, 'The engine starts again.')).slice(1)).toEqual([
      'Engine     The engine starts again.',
      'Link       mt5-1',
    ])
  })
})
