/** Builders of reports of the links: complete, with only the fields that a test is about written out. */
import { PAIRS } from '../contracts/pairs.ts'
import type { BeatSample, DeskLink, LinkReport, LinkTraffic, SymbolRow } from '../contracts/link-report.ts'
import { Cents, EpochMs, Points } from '../contracts/primitives.ts'
import type { TestFire, TestFireOffer } from '../contracts/test-fire.ts'
import type { TerminalFacts } from '../domain/watchdog/terminal-facts.ts'
import { linkChecks, worstFirst } from '../domain/watchdog/link-checks.ts'
import { aUlid } from './events.ts'
import { aHello } from './protocol-peer.ts'
import { wellFacts } from './terminal-facts.ts'
import { aLinkView } from './views.ts'

export const REPORTED_MS = EpochMs.parse(Date.UTC(2026, 10, 23, 9, 30, 12))
const ago = (ms: number): EpochMs => EpochMs.parse(REPORTED_MS - ms)

/** A beat a second for ten minutes, with a gap where the link was away. */
export const someBeats = (): BeatSample[] =>
  Array.from({ length: 600 }, (_, n) => ({
    atMs: ago((599 - n) * 1_000),
    pingMs: 31 + 6 * Math.sin(n / 17) + (n % 97 === 0 ? 60 : 0),
    wayMs: 4 + 3 * Math.sin(n / 5),
    deskMs: 1.2 + Math.abs(Math.sin(n / 3)),
  })).filter((_, n) => n < 380 || n > 415)

export function aTraffic(change: Partial<LinkTraffic> = {}): LinkTraffic {
  const { broker, server, kind, margin, build, versions, uuid } = aHello()
  return {
    terminal: uuid,
    broker,
    server,
    kind,
    margin,
    build,
    versions,
    program: 'BITTENBridge 1.0',
    takes: ['placeUntil'],
    road: 'zmq',
    isUp: true,
    linkedMs: ago(3_600_000),
    sessions: 1,
    lastEnd: null,
    received: [
      { type: 'specs', messages: 1, records: null },
      { type: 'ticks', messages: 8_411, records: 61_204 },
      { type: 'beat', messages: 3_600, records: null },
      { type: 'verdict', messages: 3, records: null },
      { type: 'deal', messages: 2, records: null },
    ],
    sent: [
      { type: 'sync', messages: 2, records: null },
      { type: 'fire', messages: 1, records: null },
    ],
    verdicts: { accepted: 2, denied: 1 },
    toldAgain: 0,
    faults: {},
    lastFault: null,
    beats: someBeats(),
    answers: [{ atMs: ago(100_000), type: 'fire', tookMs: 84 }],
    notes: [{ atMs: ago(3_599_000), level: 'info', text: '14 of 15 pairs are there.' }],
    ...change,
  }
}

const spec = (name: string): Omit<SymbolRow, 'pair' | 'is' | 'why'> => ({
  name, digits: 5, contract: 100_000, lotMin: 0.01, lotStep: 0.01, lotMax: 50, tickSize: 0.00001, tickValue: 1, stopLevel: 5,
  freezeLevel: 0, commissionPerLot: 7,
}) // prettier-ignore
const nothing = Object.fromEntries(Object.keys(spec('')).map(key => [key, null])) as Record<string, null>

/** All traded, the last but one refused, the last not there. */
export const someSymbols = (): SymbolRow[] =>
  PAIRS.map((pair, at) => {
    const row = { pair, is: 'traded' as const, why: null, ...spec(`${pair}.m`) }
    if (at === 13) return { ...row, is: 'refused', tickValue: 0.1, why: `The terminal says that a tick of ${pair}.m is worth 0.1; by its contract it is 0.61000.` } // prettier-ignore
    if (at === 14) return { ...row, ...nothing, is: 'absent', why: 'The terminal has not told it: the broker has no symbol of these two currencies.' } // prettier-ignore
    return row
  })

export const aTestOffer = (): Extract<TestFireOffer, { is: 'ready' }> => ({
  is: 'ready', pair: 'EURUSD', symbol: 'EURUSD.m', lots: 0.01, riskCents: Cents.parse(105), costCents: Cents.parse(15), currency: 'USD',
}) // prettier-ignore

/** Filled a point worse, its stop was seen, and closed at once. */
export const aTestFire = (change: Partial<TestFire> = {}): TestFire => ({
  mission: aUlid(40), order: aUlid(41), account: 'demo', pair: 'EURUSD', symbol: 'EURUSD.m', digits: 5, side: 'buy', lots: 0.01,
  price: Points.parse(110_008), stop: Points.parse(109_910), riskCents: Cents.parse(105), state: 'closed',
  recordedMs: ago(20_000), sentMs: ago(19_998), answered: { atMs: ago(19_900), is: 'accepted', retcode: 10_009, text: 'Request executed' },
  filled: { atMs: ago(19_880), price: Points.parse(110_009), slippagePoints: 1 }, closeAskedMs: ago(19_600),
  closeAnswered: { atMs: ago(19_500), is: 'accepted', retcode: 10_009, text: 'Request executed' },
  closed: { atMs: ago(19_480), price: Points.parse(110_001), netCents: Cents.parse(-15) }, why: null, ...change,
}) // prettier-ignore

export function aDeskLink(change: Partial<DeskLink> = {}, facts: Partial<TerminalFacts> = {}): DeskLink {
  return {
    link: aLinkView({ kind: 'demo' }),
    checks: worstFirst(linkChecks(wellFacts(facts))),
    noWaiting: null,
    aheadOfTerminalMs: 2,
    aheadOfBrokerMs: -310,
    queued: 0,
    unacked: 0,
    workUs: 412,
    maxLots: null,
    leverage: 100,
    symbols: someSymbols(),
    testFires: { offer: aTestOffer(), last: null, stopSeen: null },
    faults: {},
    badTicks: 0,
    ...change,
  }
}

export function aLinkReport(change: Partial<LinkReport> = {}): LinkReport {
  return {
    atMs: REPORTED_MS,
    version: '0.1.0',
    protocol: 1,
    port: 5_577,
    portTaken: null,
    noEngine: null,
    computer: { metaTrader: 'running', code: 'WELL', problem: null, nextStep: null },
    terminals: [{ traffic: aTraffic(), desk: aDeskLink() }],
    strangers: [],
    ...change,
  }
}
