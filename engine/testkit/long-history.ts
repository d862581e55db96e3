import { countedIds } from '../adapters/identity/index.ts'
import type { EngineEvent, EventOf } from '../contracts/events.ts'
import { Cents, EpochMs, Lots, Points, Ticket, type Ulid } from '../contracts/primitives.ts'
import { aDealDone, aTradeClosed } from './events.ts'
import { aHello, DESK, DeskHarness, MINUTE, START } from './desk-harness.ts'

/** Of the proposals that were assessed, one in this many is fired; the others are refused. As a busy trader's year has it. */
const SHOT_EVERY = 20

/**
 * What years of trading leave in a ledger, as long as is asked for: proposals refused and followed to their end, and now and
 * then a whole trade. Refusals and missions are real ones of the engine, so an event is as large as they are.
 */
export function* longHistory(events: number): Generator<EngineEvent> {
  let left = events
  for (const event of endless()) {
    if (left-- <= 0) return
    yield event
  }
}

function* endless(): Generator<EngineEvent> {
  const { issued, refused } = realOnes()
  const ids = countedIds()
  yield linked()
  for (let proposal = 1; ; proposal++) {
    const atMs = EpochMs.parse(START + proposal * 5 * MINUTE)
    const id = ids.next(atMs)
    if (proposal % SHOT_EVERY !== 0)
      yield { ...refused, atMs, trace: id, mission: { ...refused.mission, id, ...value(proposal) } }
    else
      yield* aTrade(
        { ...issued, atMs, trace: id, mission: { ...issued.mission, id } },
        ids.next(atMs),
        proposal,
      )
    yield ended(atMs, proposal)
  }
}

function realOnes(): { issued: EventOf<'missionIssued'>; refused: EventOf<'missionRefused'> } {
  const desk = new DeskHarness()
  desk.mission()
  const [issued] = desk.events('missionIssued')
  const refused = desk.events('missionRefused').at(-1)
  if (!issued || !refused) throw new Error('the day of the harness refuses one proposal and issues another')
  return { issued, refused }
}

function linked(): EngineEvent {
  const { broker, server, kind: account, loginHash } = aHello()
  return {
    kind: 'terminalLinked',
    atMs: EpochMs.parse(START),
    terminal: DESK,
    session: 'one',
    broker,
    server,
    account,
    loginHash,
  }
}

/** As a model judges one after another. */
const value = (proposal: number) => ({
  expectedR: ((proposal * 37) % 101) / 100 - 0.9,
  confidence: { p: 0.41, n: 900, calibrated: true, source: 'majors-2018-08' },
})

const ended = (atMs: EpochMs, proposal: number): EngineEvent => ({
  kind: 'candidateEnded',
  atMs,
  terminal: DESK,
  pair: 'EURUSD',
  setup: 'Z5-FADE',
  plan: 'RAPID',
  side: 'sell',
  model: 'majors-2018-08',
  p: 0.41,
  outcome: proposal % 3 === 0 ? 'target' : 'stop',
  barMs: atMs,
  endedMs: atMs,
})

function* aTrade(issued: EventOf<'missionIssued'>, order: Ulid, number: number): Generator<EngineEvent> {
  const { atMs, mission } = issued
  const head = { atMs, trace: mission.id }
  yield issued
  yield {
    kind: 'orderRecorded',
    ...head,
    order,
    mission: mission.id,
    terminal: DESK,
    account: mission.kind,
    pair: mission.pair,
    symbol: mission.symbol,
    digits: mission.digits,
    side: mission.side,
    lots: Lots.parse(0.1),
    price: mission.entry,
    stop: mission.stop,
    target: mission.target,
    riskCents: Cents.parse(1_000),
    origin: 'window',
    validUntilWallMs: EpochMs.parse(atMs + 5_000),
    spread: Points.parse(6),
  }
  yield { kind: 'orderSent', ...head, order }
  const position = Ticket.parse(String(number))
  yield {
    kind: 'orderAnswered',
    ...head,
    order,
    is: 'accepted',
    retcode: 10_009,
    position,
    text: 'Request executed',
  }
  const deal = (ticket: number, entry: 'in' | 'out'): EngineEvent => {
    const done = aDealDone(ticket, DESK)
    return { ...done, ...head, order, deal: { ...done.deal, id: order, position, entry, timeMs: atMs } }
  }
  yield deal(2 * number, 'in')
  yield deal(2 * number + 1, 'out')
  const { trade } = aTradeClosed({ closeMs: atMs })
  yield { kind: 'tradeClosed', ...head, trade: { ...trade, mission: mission.id, order, terminal: DESK } }
  yield { kind: 'xpAwarded', ...head, account: mission.kind, order, reason: 'RESULT', xp: 15 }
}
