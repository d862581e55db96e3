import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { HonestyCheck, HonestyFigure } from '../../contracts/honesty.ts'
import { moments } from '../../domain/statistics/moments.ts'
import type { Candidates } from '../candidates/candidates.ts'
import type { MarketEntries } from '../candidates/market-entries.ts'
import type { Gathered } from '../walk-forward/gathered.ts'
import { PLAN, skillsOf, usableOfPlan, type Skill, type Skills } from './skill.ts'
import { check, judged, known } from './verdicts.ts'

/** Of a normal distribution: 95 % and 99.9 % lie within so many standard deviations. */
const WITHIN_95 = 1.96
const WITHIN_999 = 3.29

export type ControlChoices = Readonly<{ seed: number; shuffles: number; shifts: number }>

/**
 * The same fits on outcomes that belong to others: drawn at random, and those of far later. What is left is what the method makes
 * up by itself, and that has to be nothing. Of candidates and of the entries at every quarter hour alike, so that neither stage of
 * the fit sees a true outcome.
 */
export function controlsCheck(name: string, all: Gathered, choices: ControlChoices): HonestyCheck {
  const data = { candidates: usableOfPlan(all.candidates), market: all.market }
  const random = new Random(streamSeed(choices.seed, 'controls'))
  const shuffled = Array.from({ length: choices.shuffles }, () =>
    skillsOf(withOutcomesOf(data, length => shuffledRows(length, random))),
  )
  const shifted = Array.from({ length: choices.shifts }, (_, k) =>
    skillsOf(withOutcomesOf(data, length => laterRows(length, (k + 1) / (choices.shifts + 1)))),
  )
  const real = skillsOf(data)
  return check(
    'shuffled and shifted outcomes give no skill',
    `${data.candidates.length} candidates of ${PLAN} and ${data.market.length} quarter hours in ${name}, a model fitted in both its stages on the first 60 % and tried on ` +
      `the rest, with the outcomes of both shuffled ${choices.shuffles} times and shifted to others far earlier ${choices.shifts} times.`,
    choices.shuffles + choices.shifts,
    [
      ...figuresOf('shuffled', shuffled, ['target', 'levelled', 'late'], outsideShare),
      // What comes later in its own order has its own level and hours, which the level of 60 days rightly follows.
      ...figuresOf('shifted', shifted, ['target']),
      ...NAMES.flatMap(([what, words]) => [
        known(`as they were, ${words}: AUC`, real[what].n, real[what].auc),
        known(`as they were, ${words}: Brier skill`, real[what].n, real[what].brierSkill),
      ]),
    ],
  )
}

const NAMES = [
  ['target', 'targets'],
  ['levelled', 'targets with the level of 60 days'],
  ['late', 'time-outs'],
] as const satisfies readonly (readonly [keyof Skills, string])[]

function figuresOf(
  name: string,
  all: readonly Skills[],
  judgedOnes: readonly (keyof Skills)[],
  more: (name: string, skills: readonly Skill[]) => HonestyFigure[] = () => [],
): HonestyFigure[] {
  return NAMES.filter(([what]) => judgedOnes.includes(what)).flatMap(([what, words]) => {
    const skills = all.map(one => one[what])
    return [...more(`${name}, ${words}`, skills), ...means(`${name}, ${words}`, skills)]
  })
}

/** Rows stay where they are and keep what was known at their entry; each gets the outcome of the row that `order` names. */
function withOutcomesOf({ candidates, market }: Gathered, order: (length: number) => Uint32Array): Gathered {
  return {
    candidates: withEndingsOf(candidates, order(candidates.length)),
    market: withEndsOf(market, order(market.length)),
  }
}

/** In order of time, whatever the pair. */
function withEndsOf(market: MarketEntries, order: Uint32Array): MarketEntries {
  const { barMs } = market
  const inTime = Uint32Array.from(order.keys()).sort(
    (a, b) => (barMs[a] as number) - (barMs[b] as number) || a - b,
  )
  const from = new Uint32Array(order.length)
  order.forEach((other, place) => (from[inTime[place] as number] = inTime[other] as number))
  const moved = (column: Uint8Array) => column.map((_, row) => column[from[row] as number] as number)
  const own = market.plans[PLAN]
  const ends = { ...own, targets: moved(own.targets), timeouts: moved(own.timeouts) }
  return { ...market, plans: { ...market.plans, [PLAN]: ends } }
}

function withEndingsOf(candidates: Candidates, from: Uint32Array): Candidates {
  const { ending, gross, net1 } = candidates
  return {
    ...candidates,
    ending: ending.map((_, row) => ending[from[row] as number] as number),
    gross: gross.map((_, row) => gross[from[row] as number] as number),
    net1: net1.map((_, row) => net1[from[row] as number] as number),
  }
}

/** R. Durstenfeld, "Algorithm 235: Random permutation", Comm. ACM 7, 1964. */
function shuffledRows(length: number, random: Random): Uint32Array {
  const rows = Uint32Array.from({ length }, (_, row) => row)
  for (let last = length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const row = rows[last] as number
    rows[last] = rows[other] as number
    rows[other] = row
  }
  return rows
}

/** Those that come later by this share of all, from the end on to the beginning. */
function laterRows(length: number, share: number): Uint32Array {
  const lag = Math.floor(length * share)
  return Uint32Array.from({ length }, (_, row) => (row + lag) % length)
}

/** Of the shuffles 5 % lie outside their 95 % intervals; how many may by chance is itself within 99.9 %. */
function outsideShare(name: string, skills: readonly Skill[]): HonestyFigure[] {
  const n = skills.length
  const outside = skills.filter(({ auc, aucError }) => Math.abs(auc - 0.5) > WITHIN_95 * aucError).length
  const most = 0.05 + WITHIN_999 * Math.sqrt((0.05 * 0.95) / n)
  const figure = judged(
    {
      name: `${name}: share of AUCs outside their 95 % interval around 0.5`,
      n,
      value: outside / n,
      bound: `at most ${most.toFixed(3)}, which 5 % by chance stay under in 99.9 of 100`,
    },
    outside / n <= most,
  )
  return [figure]
}

function means(name: string, skills: readonly Skill[]): HonestyFigure[] {
  const aucs = moments(skills.map(skill => skill.auc))
  const briers = moments(skills.map(skill => skill.brierSkill))
  const within = (WITHIN_999 * aucs.standardDeviation) / Math.sqrt(aucs.n)
  const above = (WITHIN_999 * briers.standardDeviation) / Math.sqrt(briers.n)
  return [
    judged(
      {
        name: `${name}: mean AUC`,
        n: aucs.n,
        value: aucs.mean,
        bound: `0.5 ± ${within.toFixed(4)} (99.9 %)`,
      },
      Math.abs(aucs.mean - 0.5) <= within,
    ),
    judged(
      {
        name: `${name}: mean Brier skill`,
        n: briers.n,
        value: briers.mean,
        bound: `at most ${above.toFixed(5)} (0 and 99.9 % of noise)`,
      },
      briers.mean <= above,
    ),
  ]
}
