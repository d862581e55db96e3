import type { AccountKind } from '../../contracts/primitives.ts'
import type { Denial, Quality } from '../../contracts/vocabulary.ts'
import { isRealMoney, type Limits } from './limits.ts'
import { denial, type ShotInputs } from './shot.ts'

const QUALITIES: readonly Quality[] = ['PLATINUM', 'GOLD', 'SILVER', 'BRONZE', 'DRILL']

/** What AUTO may not do although a person could: it takes few, good and proven missions, where rank and account allow it. */
export function autoRules(inputs: ShotInputs): Denial[] {
  if (inputs.origin !== 'auto') return []
  return [...mayUseAuto(inputs), ...goodEnough(inputs), ...autoLimits(inputs)]
}

function mayUseAuto({ selector, limits, kind }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (selector !== 'AUTO')
    denials.push(denial('AUTO_OFF', `The selector is on ${selector}: AUTO fires nothing.`))
  const why = whyNoAuto(limits, kind)
  if (why !== null) denials.push(denial('AUTO_RANK', why))
  return denials
}

/** Why AUTO may not be used on such an account at all, or null. */
export function whyNoAuto({ auto, rank }: Pick<Limits, 'auto' | 'rank'>, kind: AccountKind): string | null {
  if (auto === 'never') return `A ${rank} has no AUTO; it begins as WARRIOR, on demo accounts.`
  if (auto === 'demo' && isRealMoney(kind))
    return `A ${rank} has AUTO on demo accounts only; this one is ${kind}.`
  return null
}

function goodEnough({ mission, settings }: ShotInputs): Denial[] {
  const { confidence, drill, quality, shield, test } = mission
  const { minQuality, minShield } = settings.auto
  const denials: Denial[] = []
  if (!confidence.calibrated || drill || test) {
    const what = test
      ? 'a test fire'
      : drill
        ? 'a drill'
        : `UNCALIBRATED, with ${confidence.n} outcomes behind it`
    denials.push(denial('AUTO_UNCALIBRATED', `AUTO does not take this mission: it is ${what}.`))
  }
  if (QUALITIES.indexOf(quality) > QUALITIES.indexOf(minQuality))
    denials.push(denial('AUTO_QUALITY', `The mission is ${quality}; AUTO takes ${minQuality} or better.`))
  const score = shield?.score ?? null
  if (score === null || !(score >= minShield)) {
    const text = `The shield is ${score === null ? 'not known' : score.toFixed(1)}; AUTO wants ${minShield} or more.`
    denials.push(denial('AUTO_SHIELD', text, score, minShield))
  }
  return denials
}

function autoLimits({ book, settings: { auto } }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (!(book.openTrades < auto.slots)) {
    const text = `Open trades: ${book.openTrades}; AUTO stops at ${auto.slots}.`
    denials.push(denial('AUTO_SLOTS', text, book.openTrades, auto.slots))
  }
  if (!(book.autoShotsToday < auto.shotsADay)) {
    const text = `Shots of AUTO today: ${book.autoShotsToday}; at most ${auto.shotsADay}.`
    denials.push(denial('AUTO_SHOTS', text, book.autoShotsToday, auto.shotsADay))
  }
  return denials
}
