import { Random, streamSeed } from '../../broker-sim/random.ts'
import type { HonestyCheck } from '../../contracts/honesty.ts'
import { moments } from '../../domain/statistics/moments.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PLAN, skillOf, usableOfPlan, type Skill } from './skill.ts'
import { check, judged, known } from './verdicts.ts'

/** Of a normal distribution: 95 % and 99.9 % lie within so many standard deviations. */
const WITHIN_95 = 1.96
const WITHIN_999 = 3.29

export type ControlChoices = Readonly<{ seed: number; shuffles: number; shifts: number }>

/**
 * The same fits on outcomes that belong to other candidates: drawn at random, and those of a candidate far later. What is left is
 * what the method makes up by itself, and that has to be nothing.
 */
export function controlsCheck(name: string, all: Candidates, choices: ControlChoices): HonestyCheck {
  const candidates = usableOfPlan(all)
  const random = new Random(streamSeed(choices.seed, 'controls'))
  const shuffled = Array.from({ length: choices.shuffles }, () =>
    skillOf(withOutcomesOf(candidates, shuffledRows(candidates.length, random))),
  )
  const shifted = Array.from({ length: choices.shifts }, (_, k) => {
    const lag = Math.floor((candidates.length * (k + 1)) / (choices.shifts + 1))
    return skillOf(withOutcomesOf(candidates, laterRows(candidates.length, lag)))
  })
  const real = skillOf(candidates)
  return check(
    'shuffled and shifted outcomes give no skill',
    `${candidates.length} candidates of ${PLAN} in ${name}, a model fitted on the first 60 % and tried on the rest, with the outcomes shuffled ${choices.shuffles} times ` +
      `and shifted to candidates far earlier ${choices.shifts} times.`,
    choices.shuffles + choices.shifts,
    [
      outsideShare(shuffled),
      ...means('shuffled', shuffled),
      ...means('shifted', shifted),
      known('as they were: AUC', real.n, real.auc),
      known('as they were: Brier skill', real.n, real.brierSkill),
    ],
  )
}

/** A row that stays where it is keeps what was known at its entry, and gets the outcome of another. */
function withOutcomesOf(candidates: Candidates, from: Uint32Array): Candidates {
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

const laterRows = (length: number, lag: number): Uint32Array =>
  Uint32Array.from({ length }, (_, row) => (row + lag) % length)

/** Of the shuffles 5 % lie outside their 95 % intervals; how many may by chance is itself within 99.9 %. */
function outsideShare(skills: readonly Skill[]) {
  const n = skills.length
  const outside = skills.filter(({ auc, aucError }) => Math.abs(auc - 0.5) > WITHIN_95 * aucError).length
  const most = 0.05 + WITHIN_999 * Math.sqrt((0.05 * 0.95) / n)
  return judged(
    {
      name: 'shuffled: share of AUCs outside their 95 % interval around 0.5',
      n,
      value: outside / n,
      bound: `at most ${most.toFixed(3)}, which 5 % by chance stay under in 99.9 of 100`,
    },
    outside / n <= most,
  )
}

function means(name: string, skills: readonly Skill[]) {
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
