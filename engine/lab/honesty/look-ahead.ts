import type { HonestyCheck } from '../../contracts/honesty.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { Random, streamSeed } from '../../broker-sim/random.ts'
import { featuresOf, type CandidateColumn, type Candidates } from '../candidates/candidates.ts'
import { SETUP_CODES } from '../candidates/codes.ts'
import { issue, type Issue } from '../issue/issue.ts'
import { OPEN, TradePlayer } from '../outcome/trade-player.ts'
import { candidatesOf, tradedOf, type Collect } from './collect.ts'
import { knownAtOpenOf } from './tape-parts.ts'
import { check, judged } from './verdicts.ts'

/** All that is said of a candidate at its entry. */
const AT_ENTRY: readonly CandidateColumn[] = [
  'pair', 'setup', 'plan', 'session', 'regime', 'side', 'barMs', 'entryMs', 'entryAt', 'timeExitMs', 'stop', 'target', 'spread',
  'p0', 'costR', 'shield', 'refused',
] // prettier-ignore
/** What is said of its end, once that is over. */
const AT_END: readonly CandidateColumn[] = ['ending', 'exitMs']
/** And at every cost, once it is over at all of them. */
const AT_ALL_COSTS: readonly CandidateColumn[] = ['ambiguous', 'gross', 'net1', 'net15', 'net2']

export type LookAheadChoices = Readonly<{
  seed: number
  /** Beginnings that end where a signal of each setup is entered, and beginnings that end anywhere. */
  cutsPerSetup: number
  cutsAnywhere: number
  model: ModelFile | null
  /** What is looked at; without it the pipeline that the desk and the lab share. */
  collect?: Collect
}>

/** Signals on beginnings beside the signals of the whole, as one would look for a strategy that has seen the future. */
export function lookAhead(tape: MinuteTape, choices: LookAheadChoices): LookAhead {
  const { collect = candidatesOf, model } = choices
  const judge = (known: MinuteTape): Judged => {
    const candidates = endedAtPlainCost(collect(known), known)
    return { candidates, verdicts: issue(candidates, new Calibrator(model)) }
  }
  const whole = judge(tape)
  const found = noneYet()
  for (const cut of cutsOf(tape, whole.candidates, choices)) {
    found.cuts++
    compare(judge(knownAtOpenOf(tape, cut)), whole, cut, found)
  }
  return found
}

type Judged = Readonly<{ candidates: Candidates; verdicts: Issue }>
type Tally = { compared: number; differ: number }
export type LookAhead = {
  cuts: number
  /** By place in SETUP_CODES. */
  proposals: readonly Tally[]
  /** Of ends that the beginning has already. */
  ends: Tally
  verdicts: Tally
}

const noneYet = (): LookAhead => ({
  cuts: 0,
  proposals: SETUP_CODES.map(() => ({ compared: 0, differ: 0 })),
  ends: { compared: 0, differ: 0 },
  verdicts: { compared: 0, differ: 0 },
})

function count(tally: Tally, isSame: boolean): void {
  tally.compared++
  if (!isSame) tally.differ++
}

function compare(part: Judged, whole: Judged, cut: number, found: LookAhead): void {
  const [a, b] = [part.candidates, whole.candidates]
  for (const { setup, inPart, inWhole } of pairedRows(a, b, cut)) {
    const areBoth = inPart >= 0 && inWhole >= 0
    count(found.proposals[setup] as Tally, areBoth && sameEntry(a, inPart, b, inWhole))
    if (!areBoth) continue
    if (a.ending[inPart] !== OPEN) count(found.ends, sameEnd(a, inPart, b, inWhole))
    count(found.verdicts, sameVerdict(part.verdicts, inPart, whole.verdicts, inWhole))
  }
}

/**
 * The lab keeps a candidate open until its end is known at every cost; the desk knows the one at 1× and learns from it. Without
 * this a cut between the two ends would pass for a difference.
 */
function endedAtPlainCost(candidates: Candidates, tape: MinuteTape): Candidates {
  const player = new TradePlayer(tradedOf(tape))
  const [ending, exitMs] = [candidates.ending.slice(), candidates.exitMs.slice()]
  for (let row = 0; row < candidates.length; row++) {
    if (ending[row] !== OPEN) continue
    const [at, side, stop, target, timeExitMs] = LAID_OUT.map(name => candidates[name][row] as number) as Five
    player.play({ at, side, stop, target, timeExitMs }, 1)
    ending[row] = player.ending
    exitMs[row] = tape.openMs[player.at] as number
  }
  return { ...candidates, ending, exitMs }
}

const LAID_OUT = ['entryAt', 'side', 'stop', 'target', 'timeExitMs'] as const
type Five = [number, number, number, number, number]

/** Where the tapes are cut: at the entries of signals, where looking ahead would show at once, and anywhere. */
function cutsOf(
  { length }: MinuteTape,
  whole: Candidates,
  { seed, cutsPerSetup, cutsAnywhere }: LookAheadChoices,
): readonly number[] {
  const random = new Random(streamSeed(seed, 'cuts'))
  const cuts = new Set<number>()
  for (let setup = 0; setup < SETUP_CODES.length; setup++) {
    const rows = Array.from({ length: whole.length }, (_, row) => row).filter(
      row => whole.setup[row] === setup,
    )
    for (let k = 0; k < Math.min(cutsPerSetup, rows.length); k++)
      cuts.add(whole.entryAt[rows[random.below(rows.length)] as number] as number)
  }
  for (let k = 0; k < cutsAnywhere; k++) cuts.add(1 + random.below(length - 1))
  return [...cuts]
}

type PairedRow = Readonly<{ setup: number; inPart: number; inWhole: number }>

/** Every candidate that either has up to the cut, with its row in both; −1 where it is not there. */
function pairedRows(part: Candidates, whole: Candidates, cut: number): readonly PairedRow[] {
  const rows = new Map<string, { setup: number; inPart: number; inWhole: number }>()
  const put = (from: Candidates, name: 'inPart' | 'inWhole') => {
    for (let row = 0; row < from.length; row++) {
      if ((from.entryAt[row] as number) > cut) continue
      const setup = from.setup[row] as number
      const key = `${setup} ${from.barMs[row]}`
      const paired = rows.get(key) ?? { setup, inPart: -1, inWhole: -1 }
      paired[name] = row
      rows.set(key, paired)
    }
  }
  put(part, 'inPart')
  put(whole, 'inWhole')
  return [...rows.values()]
}

const sameColumns = (
  columns: readonly CandidateColumn[],
  a: Candidates,
  rowA: number,
  b: Candidates,
  rowB: number,
): boolean => columns.every(name => Object.is(a[name][rowA], b[name][rowB]))

function sameEntry(a: Candidates, rowA: number, b: Candidates, rowB: number): boolean {
  const others = featuresOf(b, rowB)
  return (
    sameColumns(AT_ENTRY, a, rowA, b, rowB) &&
    featuresOf(a, rowA).every((value, k) => Object.is(value, others[k]))
  )
}

const sameEnd = (a: Candidates, rowA: number, b: Candidates, rowB: number): boolean =>
  sameColumns(AT_END, a, rowA, b, rowB) &&
  (AT_ALL_COSTS.some(name => Number.isNaN(a[name][rowA])) || sameColumns(AT_ALL_COSTS, a, rowA, b, rowB))

const sameVerdict = (a: Issue, rowA: number, b: Issue, rowB: number): boolean =>
  Object.is(a.p[rowA], b.p[rowB]) &&
  Object.is(a.expectedR[rowA], b.expectedR[rowB]) &&
  a.refused[rowA] === b.refused[rowB]

export function lookAheadCheck(tapes: readonly MinuteTape[], choices: LookAheadChoices): HonestyCheck {
  const found = tapes.map(tape => lookAhead(tape, choices))
  const cuts = found.reduce((sum, one) => sum + one.cuts, 0)
  const none = (name: string, of: (one: LookAhead) => Tally) => {
    const tallies = found.map(of)
    const sum = (what: keyof Tally) => tallies.reduce((total, tally) => total + tally[what], 0)
    return judged({ name, n: sum('compared'), value: sum('differ'), bound: 'none' }, sum('differ') === 0)
  }
  return check(
    'no look-ahead',
    `Cut ${tapes.map(({ pair }) => pair).join(', ')} at ${cuts} places, where signals are entered and anywhere, and left of the last minute only its first quote. ` +
      'Every proposal with its features, stop, shield and refusals, every end, and every verdict of the value gate, whose model learns on its way, was compared with that of the whole.',
    cuts,
    [
      ...SETUP_CODES.map((name, setup) =>
        none(`${name}: proposals that differ`, one => one.proposals[setup] as Tally),
      ),
      none('ends that differ', one => one.ends),
      none('verdicts that differ', one => one.verdicts),
    ],
  )
}
