import { HISTORY_BARS, HISTORY_MS } from '../../app/market/history.ts'
import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { HonestyCheck, HonestyFigure } from '../../contracts/honesty.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { quantile } from '../../domain/statistics/quantile.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { FEATURE_NAMES } from '../../domain/venom/confidence/feature-names.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { collectCandidates } from '../candidates/collect-candidates.ts'
import { askedOf, featuresOf, type Candidates } from '../candidates/candidates.ts'
import { tradedOf } from './collect.ts'
import { minuteAt, partOfTape } from './tape-parts.ts'
import { check, judged, known } from './verdicts.ts'

/**
 * What a start with the history that the desk asks for has to keep, beside a start as long ago as the data goes: of the
 * probability one point, as no calibration promises more (venom-study §8: ECE 0.012). On six majors of 2018 a start with a week had
 * half of its stops off by a tenth and could not ask one of the setups; with 31 days the probability was off by 0.0054 at the 99th
 * percentile and by 0.012 at most, with 48 days by 0.0037 and 0.0065. A quarter hour of the day comes once a day, so the memory of its
 * volatility is twenty days long whatever is done, and that is what drifts.
 */
const BOUNDS = { proposals: 0.01, p99: 0.01, p: 0.02, stopMiddle: 0.05, stop99: 0.2 } as const

export type StartUpChoices = Readonly<{
  seed: number
  /** How long before the compared days each start lies. */
  days: readonly number[]
  /** Starts a tape, and days that are compared after each. */
  starts: number
  comparedDays: number
  model: ModelFile | null
}>

/** How far one length of warm-up is from the longest there is. */
type Drift = {
  n: number
  /** Proposals that only one of the two has, or that are on the other side. */
  differ: number
  p: number[]
  stop: number[]
  shield: number[]
  features: readonly number[][]
  /** Proposals of which the model could not say anything although the longest warm-up could. */
  silent: number
}

const noDrift = (): Drift => ({
  n: 0,
  differ: 0,
  p: [],
  stop: [],
  shield: [],
  features: FEATURE_NAMES.map(() => []),
  silent: 0,
})

/** The days that the desk's own request comes to, weekends included. */
const LIVE_DAYS = Math.min(HISTORY_MS / DAY_MS, (HISTORY_BARS * 7) / (5 * 1_440))

export function startUpCheck(tapes: readonly MinuteTape[], choices: StartUpChoices): HonestyCheck {
  const lengths = [...choices.days, LIVE_DAYS]
  const drifts = lengths.map(noDrift)
  for (const tape of tapes)
    for (const startMs of startsOf(tape, lengths, choices))
      compareStarts(tape, startMs, lengths, drifts, choices)
  const live = drifts.at(-1) ?? noDrift()
  return check(
    'start-up independence',
    `Started ${tapes.map(({ pair }) => pair).join(', ')} ${lengths.map(days => days.toFixed(0)).join(', ')} days before ${choices.starts * tapes.length} stretches of ` +
      `${choices.comparedDays} days, and compared each proposal in them with that of a start as early as the data goes. The desk asks for ${LIVE_DAYS.toFixed(0)} days of minutes.`,
    live.n,
    [...liveFigures(live), ...choices.days.flatMap((days, k) => toldOf(`${days} days`, drifts[k] as Drift))],
  )
}

/** Stretches that have the longest warm-up and more before them. */
function startsOf(tape: MinuteTape, lengths: readonly number[], choices: StartUpChoices): readonly number[] {
  const random = new Random(streamSeed(choices.seed, `starts ${tape.pair}`))
  const earliest = (tape.openMs[0] as number) + (Math.max(...lengths) + 20) * DAY_MS
  const latest = (tape.openMs[tape.length - 1] as number) - (choices.comparedDays + 3) * DAY_MS
  if (latest <= earliest) return []
  return Array.from(
    { length: choices.starts },
    () => earliest + Math.floor(random.uniform() * (latest - earliest)),
  )
}

function compareStarts(
  tape: MinuteTape,
  startMs: number,
  lengths: readonly number[],
  drifts: readonly Drift[],
  { comparedDays, model }: StartUpChoices,
): void {
  const calibrator = new Calibrator(model)
  const untilMs = startMs + comparedDays * DAY_MS
  const end = minuteAt(tape, untilMs)
  const from = (warmMs: number): Candidates => {
    const part = partOfTape(tape, minuteAt(tape, startMs - warmMs), end)
    return collectCandidates({ traded: tradedOf(part), calendar: null, fromMs: startMs, toMs: untilMs })
      .candidates
  }
  const whole = from(Number.POSITIVE_INFINITY)
  lengths.forEach((days, k) => addDrift(drifts[k] as Drift, from(days * DAY_MS), whole, calibrator))
}

function addDrift(drift: Drift, short: Candidates, whole: Candidates, calibrator: Calibrator): void {
  const places = new Map(Array.from({ length: short.length }, (_, row) => [keyOf(short, row), row]))
  let found = 0
  for (let row = 0; row < whole.length; row++) {
    drift.n++
    const other = places.get(keyOf(whole, row))
    if (other === undefined) {
      drift.differ++
      continue
    }
    found++
    addRow(drift, short, other, whole, row, calibrator)
  }
  drift.differ += short.length - found
}

const keyOf = ({ setup, barMs, side }: Candidates, row: number) => `${setup[row]} ${barMs[row]} ${side[row]}`

function addRow(
  drift: Drift,
  short: Candidates,
  at: number,
  whole: Candidates,
  row: number,
  calibrator: Calibrator,
): void {
  const saidOf = (of: Candidates, k: number) => calibrator.alone(askedOf(of, k))
  const [p, wholeP] = [saidOf(short, at), saidOf(whole, row)]
  if (wholeP !== null && p === null) drift.silent++
  if (wholeP !== null && p !== null) drift.p.push(Math.abs(p - wholeP))
  drift.stop.push(Math.abs((short.stop[at] as number) / (whole.stop[row] as number) - 1))
  drift.shield.push(Math.abs((short.shield[at] as number) - (whole.shield[row] as number)))
  const others = featuresOf(whole, row)
  featuresOf(short, at).forEach((value, k) => {
    const off = Math.abs(value - (others[k] as number))
    if (!Number.isNaN(off)) drift.features[k]?.push(off)
  })
}

const at = (values: readonly number[], share: number): number =>
  quantile(Float64Array.from(values).sort(), share)

function liveFigures(drift: Drift): HonestyFigure[] {
  const { n, differ, silent, p, stop } = drift
  const within = (name: string, of: number, value: number, most: number, unit = '') =>
    judged({ name: `as on the desk: ${name}`, n: of, value, bound: `at most ${most}${unit}` }, value <= most)
  return [
    within('share of proposals that differ', n, differ / n, BOUNDS.proposals),
    within('proposals that the model cannot judge yet', n, silent, 0),
    within('drift of the probability, 99th percentile', p.length, at(p, 0.99), BOUNDS.p99),
    within('drift of the probability, largest', p.length, at(p, 1), BOUNDS.p),
    within('drift of the stop, median', stop.length, at(stop, 0.5), BOUNDS.stopMiddle),
    within('drift of the stop, 99th percentile', stop.length, at(stop, 0.99), BOUNDS.stop99),
    ...toldOf('as on the desk', drift).filter(
      ({ name }) => name.includes(': shield') || name.includes(': feature'),
    ),
  ]
}

function toldOf(name: string, { n, differ, silent, p, stop, shield, features }: Drift): HonestyFigure[] {
  return [
    known(`${name}: share of proposals that differ`, n, differ / n),
    known(`${name}: proposals that the model cannot judge yet`, n, silent),
    known(`${name}: drift of the probability, 99th percentile`, p.length, at(p, 0.99)),
    known(`${name}: drift of the stop, 99th percentile`, stop.length, at(stop, 0.99)),
    known(`${name}: shield, 99th percentile`, shield.length, at(shield, 0.99)),
    ...FEATURE_NAMES.flatMap((feature, k) => {
      const drifts = features[k] as number[]
      const most = at(drifts, 0.99)
      return most > 1e-9 ? [known(`${name}: feature ${feature}, 99th percentile`, drifts.length, most)] : []
    }),
  ]
}
