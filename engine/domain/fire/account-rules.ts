import type { Denial } from '../../contracts/vocabulary.ts'
import { denial, type ShotInputs } from './shot.ts'

/** Has the terminal told what money there is, and what the symbol is? */
export function accountRules({ account, mission, spec }: ShotInputs): Denial[] {
  const denials: Denial[] = []
  if (!account) denials.push(denial('NO_ACCOUNT', 'The terminal has not told its balance.'))
  if (account && !account.isDayKnown) {
    const text = 'What the account was worth when the day began is not known yet.'
    denials.push(denial('EQUITY_UNKNOWN', text))
  }
  if (account && !account.tradeAllowed) {
    const text = 'The terminal cannot trade now: check Algo Trading and its connection to the broker.'
    denials.push(denial('TRADE_NOT_ALLOWED', text))
  }
  if (!spec) denials.push(denial('NO_SPEC', `The terminal has not specified ${mission.symbol}.`))
  else if (spec.pair !== mission.pair || spec.digits !== mission.digits) {
    const text = `${mission.symbol} is specified otherwise than when this mission was made.`
    denials.push(denial('NO_SPEC', text))
  }
  return denials
}
