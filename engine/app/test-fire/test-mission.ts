import type { EpochMs, Mission, Points, Ulid } from '../../contracts/index.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import { driftless, testPlan } from '../../domain/fire/test-plan.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerUnit } from '../../domain/market/price.ts'
import { sessionAt } from '../../domain/market/session-clock.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** It is fired in the turn in which it is made. */
const LIFE_MS = MINUTE_MS
/** The terminal closes it by itself then, also when nobody is left who would ask for it. */
const HELD_AT_MOST_MS = MINUTE_MS

/**
 * A mission that no setup has proposed: a long at the price of now, with its stop as near as may be. Nothing says where the price will
 * go, so its probability is that of a price without drift, and it is worth minus what it costs.
 */
export function testMission(
  id: Ulid,
  terminal: TerminalDesk,
  { market }: SymbolDesk,
  spec: SymbolSpec,
): Mission {
  const { name: symbol, pair, digits, stopLevel } = spec
  const { bid, ask } = market
  const plan = testPlan({ bid, ask, digits, stopLevel })
  const p = driftless(plan, ask - bid)
  const costR = commissionPoints(spec) / plan.stopPoints
  const issuedMs = terminal.marketMs as EpochMs
  return {
    id,
    terminal: terminal.id,
    kind: terminal.hello.kind,
    pair,
    symbol,
    digits,
    setup: 'TEST-FIRE',
    signal: 'RAPID_ASSAULT',
    quality: 'DRILL',
    // A drill may be fired without a calendar: only the training ground has none.
    drill: terminal.hello.kind === 'simulated',
    test: true,
    side: 'buy',
    entry: plan.entry as Points,
    stop: plan.stop as Points,
    target: plan.target as Points,
    stopPoints: plan.stopPoints as Points,
    rewardRatio: 1,
    confidence: { p, n: 0, calibrated: false, source: 'a test fire: nothing speaks for it' },
    timeOut: { p: 0, r: 0 },
    expectedR: 2 * p - 1 - costR,
    sniper: false,
    costR,
    spread: (ask - bid) as Points,
    regime: null,
    session: sessionAt(issuedMs),
    invalidation: 'its fill: then it is closed',
    invalidBeyond: plan.stop as Points,
    timeExitMs: (issuedMs + HELD_AT_MOST_MS) as EpochMs,
    evidence: 'A test of the way to the broker and back.',
    structure: [],
    shield: null,
    timer: [],
    warnings: [],
    figures: [],
    barMs: issuedMs,
    barMinutes: null,
    issuedMs,
    expiresMs: (issuedMs + LIFE_MS) as EpochMs,
  }
}

/** Untold it is denied by the gate; until then it counts as none. */
const commissionPoints = ({ commissionPerLot, tickSize, tickValue, digits }: SymbolSpec): number =>
  tickValue > 0 ? (((commissionPerLot ?? 0) * tickSize) / tickValue) * pointsPerUnit(digits) : 0
