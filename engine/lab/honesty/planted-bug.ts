import type { HonestyCheck } from '../../contracts/honesty.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { FEATURE_NAMES } from '../../domain/venom/confidence/feature-names.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import { zFade } from '../../domain/venom/setups/z5-fade.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { featuresOf, type Candidates } from '../candidates/candidates.ts'
import { OPEN } from '../outcome/trade-player.ts'
import { moments } from '../../domain/statistics/moments.ts'
import { candidatesOf, candidatesOfSetups, type Collect } from './collect.ts'
import { lookAhead, type LookAhead } from './look-ahead.ts'
import { plantedMarket } from './planted-market.ts'
import { skillsOf, usableOfPlan } from './skill.ts'
import { minuteAt, partOfTape } from './tape-parts.ts'
import { check, judged } from './verdicts.ts'

/** Above it, and the study would look for a leak (§8). */
const SUSPECT_AUC = 0.58
const WITHIN_999 = 3.29
/** The cuts are made in so many minutes: enough for some hundred proposals. */
const CUT_MINUTES = 20_000
/** The side that a setup peeks at is the right one without peeking half of the time, so that a few cuts could miss it. */
const CUTS = 40
const FEW_CUTS = 4

export type BugChoices = Readonly<{
  seed: number
  days: number
  model: ModelFile | null
}>

/** Two bugs of the kind that makes a backtest lie, put in to be found: in a market that has nothing to find. */
export function plantedBugCheck({ seed, days, model }: BugChoices): HonestyCheck {
  const { tape } = plantedMarket(seed, days, null)
  const start = partOfTape(tape, 0, Math.min(tape.length, CUT_MINUTES))
  const cut = (collect: Collect, cutsPerSetup: number) =>
    lookAhead(start, { seed, cutsPerSetup, cutsAnywhere: 0, model, collect })
  const peeked = setupR(setupThatPeeks(tape))
  const skill = skillsOf({ candidates: usableOfPlan(featureThatPeeks(tape)), market: null }).target
  return check(
    'a planted look-ahead is caught',
    `Made ${days} days of a market without any edge, a setup that takes the side on which the next M5 bar closes, and a feature that holds the move of the next hour. ` +
      'Both have to differ on beginnings, and to show a skill that cannot be there.',
    peeked.n + skill.n,
    [
      caught('setup that peeks: proposals that differ on beginnings', cut(setupThatPeeks, CUTS)),
      judged(
        {
          name: 'setup that peeks: gross R in a market without any edge',
          n: peeked.n,
          value: peeked.mean,
          bound: `above ${peeked.noise.toFixed(3)} (99.9 % of noise)`,
        },
        peeked.mean > peeked.noise,
      ),
      caught('feature that peeks: proposals that differ on beginnings', cut(featureThatPeeks, FEW_CUTS)),
      judged(
        {
          name: 'feature that peeks: AUC in a market without any edge',
          n: skill.n,
          value: skill.auc,
          bound: `above ${SUSPECT_AUC}, where the study suspects a leak`,
        },
        skill.auc > SUSPECT_AUC,
      ),
    ],
  )
}

function caught(name: string, { proposals }: LookAhead) {
  const sum = (of: 'compared' | 'differ') => proposals.reduce((total, one) => total + one[of], 0)
  return judged({ name, n: sum('compared'), value: sum('differ'), bound: 'some' }, sum('differ') > 0)
}

const closeAt = (tape: MinuteTape, utcMs: number): number | undefined => tape.close[minuteAt(tape, utcMs) - 1]

/** Z5-FADE, on the side on which the M5 bar after its signal is going to close. */
const setupThatPeeks: Collect = tape =>
  candidatesOfSetups(whole => [
    {
      ...zFade,
      propose(market, closeMs) {
        const proposal = zFade.propose(market, closeMs)
        const next = closeAt(whole, closeMs + 5 * MINUTE_MS)
        if (proposal === null || next === undefined) return proposal
        return { ...proposal, side: next >= market.bars.series.M5.close(0) ? 'buy' : 'sell' }
      },
    } satisfies Setup,
  ])(tape)

/** D_r60 of the hour to come. */
const featureThatPeeks: Collect = tape => {
  const candidates = candidatesOf(tape)
  const place = FEATURE_NAMES.indexOf('D_r60')
  for (let row = 0; row < candidates.length; row++) {
    const barMs = candidates.barMs[row] as number
    const [now, later] = [closeAt(tape, barMs), closeAt(tape, barMs + HOUR_MS)]
    const moved = ((later ?? 0) - (now ?? 0)) / (candidates.stop[row] as number)
    featuresOf(candidates, row)[place] = (candidates.side[row] as number) * moved
  }
  return candidates
}

function setupR(candidates: Candidates) {
  const r = candidates.gross.filter((_, row) => candidates.ending[row] !== OPEN)
  const { n, mean, standardDeviation } = moments(r)
  return { n, mean, noise: (WITHIN_999 * standardDeviation) / Math.sqrt(n) }
}
