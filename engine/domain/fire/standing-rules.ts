import type { Denial } from '../../contracts/vocabulary.ts'
import type { Standing } from './guards/figures.ts'
import { isRealMoney } from './limits.ts'
import { denial, type ShotInputs } from './shot.ts'

/** What stands in the way of every shot on this account: link, locks, switches and guards. */
export const standingRules = (inputs: ShotInputs): Denial[] => [...linkRules(inputs), ...lockRules(inputs)]

function linkRules({ link }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (!link.up) denials.push(denial('LINK_DOWN', 'The terminal is not linked.'))
  if (!link.armed) denials.push(denial('NOT_ARMED', `Not armed: ${link.reason}`))
  if (link.denies !== null)
    denials.push(denial('TERMINAL_DENIES', `The terminal would deny it: ${link.denies}`))
  return denials
}

type Locks = Pick<ShotInputs, 'kind' | 'settings' | 'consented' | 'selector' | 'paused' | 'guards'>

/** The locks, switches and guards: whatever the link is like. */
export function lockRules(inputs: Locks): Denial[] {
  const { selector, paused, guards } = inputs
  const denials = realMoneyRules(inputs)
  if (selector === 'SAFE') denials.push(denial('SELECTOR_SAFE', 'The selector is on SAFE: nothing fires.'))
  if (paused) denials.push(denial('PAUSED', 'New trades are paused.'))
  return [...denials, ...guards.flatMap(guardRule)]
}

function realMoneyRules({ kind, settings, consented }: Locks): Denial[] {
  if (!isRealMoney(kind)) return []
  const denials: Denial[] = []
  if (!settings.liveUnlocked) {
    const text = 'Live accounts stay locked until the checklist in docs/unverified.md has been passed.'
    denials.push(denial('LIVE_LOCKED', text))
  }
  if (!consented) {
    const text = 'Nobody has typed yet that real money is to be traded on this account.'
    denials.push(denial('CONSENT_MISSING', text))
  }
  return denials
}

/** How long a guard stands that has outlived its cause. */
const UNTIL = {
  DAILY_STOP: ' That holds until the next trading day.',
  DRAWDOWN_STOP: ' That holds until the trading day after you set another drawdown limit.',
} as const

function guardRule({ code, text, value, limit }: Standing): Denial[] {
  if (code === null) return []
  const more = code === 'DAILY_STOP' || code === 'DRAWDOWN_STOP' ? UNTIL[code] : ''
  return [denial(code, `${text}${more}`, value, limit)]
}
