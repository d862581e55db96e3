import type { Pair } from '../../contracts/pairs.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { flood, type Issued } from '../../domain/overlay/flood-guard.ts'
import type { Outlooks } from '../../domain/venom/assess.ts'
import type { Resolved } from '../../domain/venom/confidence/outlook.ts'
import { expectedValue, VALUE_GATE } from '../../domain/venom/value.ts'
import { askedOf, type Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES, refusalBit, refusalBits } from '../candidates/codes.ts'
import { OPEN } from '../outcome/trade-player.ts'
import { ResolvedQueue } from './resolved-queue.ts'

/** A Calibrator, or what stands for one. */
export type LearningOutlooks = Outlooks & Readonly<{ learn: (resolved: Resolved) => void }>

export type IssueRules = Readonly<{
  /** Candidates whose bar closed in [fromMs, toMs) are judged; all teach the calibrator when they are resolved. */
  fromMs?: number
  toMs?: number
  /** Expected value that has to be exceeded, R; −∞ is without a gate. */
  gateR?: number
}>

/** What became of each candidate, in columns; NaN where it was not judged. */
export type Issue = Readonly<{
  p: Float64Array
  timeout: Float64Array
  timeoutR: Float64Array
  expectedR: Float64Array
  /** 1 where `p` is a model's and not the driftless barrier's. */
  calibrated: Uint8Array
  /** Bits of everything that stood in its way, value gate and flood guard included. */
  refused: Uint32Array
  /** Rows that became missions, each fired at its entry, in time order. */
  issued: Int32Array
}>

const VALUE_BELOW_GATE = refusalBit('VALUE_BELOW_GATE')

/**
 * The second pass, over the candidates of all pairs in the order of their entries: probability and value as they were known
 * then, the gate, and the flood guard. The calibrator is taught each candidate, issued or not, once the minute in which it
 * ended was over, and never before. One position a symbol: a mission is fired at once and held to its end.
 */
export function issue(
  candidates: Candidates,
  calibrator: LearningOutlooks,
  { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY, gateR = VALUE_GATE }: IssueRules = {},
): Issue {
  const verdicts = unjudged(candidates.length)
  const resolved = new ResolvedQueue(candidates)
  const guard = new IssueGuard()
  const issued: number[] = []
  for (let row = 0; row < candidates.length; row++) {
    const nowMs = candidates.entryMs[row] as number
    resolved.until(nowMs, outcome => calibrator.learn(outcome))
    const barMs = candidates.barMs[row] as number
    if (barMs < fromMs || barMs >= toMs) continue
    weigh(candidates, row, calibrator, verdicts)
    const refused = (candidates.refused[row] as number) | guard.against(candidates, row)
    const isBelow = !((verdicts.expectedR[row] as number) > gateR)
    verdicts.refused[row] = isBelow ? refused | VALUE_BELOW_GATE : refused
    if (verdicts.refused[row] !== 0) continue
    guard.take(candidates, row)
    issued.push(row)
  }
  return { ...verdicts, issued: Int32Array.from(issued) }
}

type Verdicts = Omit<Issue, 'issued'>

function unjudged(length: number): Verdicts {
  const unknown = () => new Float64Array(length).fill(Number.NaN)
  return {
    p: unknown(),
    timeout: unknown(),
    timeoutR: unknown(),
    expectedR: unknown(),
    calibrated: new Uint8Array(length),
    refused: new Uint32Array(length),
  }
}

function weigh(candidates: Candidates, row: number, calibrator: Outlooks, into: Verdicts): void {
  const outlook = calibrator.outlook(askedOf(candidates, row), candidates.entryMs[row] as number)
  const ratio = (candidates.target[row] as number) / (candidates.stop[row] as number)
  into.p[row] = outlook.p
  into.timeout[row] = outlook.timeout
  into.timeoutR[row] = outlook.timeoutR
  into.calibrated[row] = outlook.calibrated ? 1 : 0
  into.expectedR[row] = expectedValue(outlook, ratio, candidates.costR[row] as number)
}

/** What has been issued lately, and until when each pair has a position. */
class IssueGuard {
  #lately: Issued[] = []
  readonly #openUntilMs = new Map<number, number>()

  against(candidates: Candidates, row: number): number {
    const code = candidates.pair[row] as number
    const nowMs = candidates.entryMs[row] as number
    const position = nowMs <= (this.#openUntilMs.get(code) ?? Number.NEGATIVE_INFINITY)
    const side = (candidates.side[row] as number) > 0 ? 'buy' : 'sell'
    const reasons = flood(pairOf(code), side, nowMs, this.#lately, { mission: null, position })
    return refusalBits(reasons.map(reason => reason.code))
  }

  take(candidates: Candidates, row: number): void {
    const code = candidates.pair[row] as number
    const atMs = candidates.entryMs[row] as number
    const isOpen = candidates.ending[row] === OPEN
    this.#openUntilMs.set(code, isOpen ? Number.POSITIVE_INFINITY : (candidates.exitMs[row] as number))
    this.#lately = [
      ...this.#lately.filter(before => atMs - before.atMs < DAY_MS),
      { pair: pairOf(code), atMs },
    ]
  }
}

const pairOf = (code: number): Pair => PAIR_CODES[code] as Pair
