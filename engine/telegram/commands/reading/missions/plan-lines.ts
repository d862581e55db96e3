import type { Mission } from '../../../../contracts/mission.ts'
import type { MissionView } from '../../../../contracts/views.ts'
import { textFromPoints } from '../../../../domain/market/price.ts'
import { certainty } from '../../../../domain/words/certainty.ts'
import { count, inPips, inR, lotsWritten, money } from '../../../../domain/words/figures.ts'
import { html, type Html } from '../../../texts/html.ts'
import { shieldWords } from '../../../texts/words.ts'
import { SIDE_WORDS, small } from '../parts/words.ts'

type Headed = Pick<Mission, 'signal' | 'pair' | 'side' | 'drill'> &
  Readonly<{ sniper?: boolean; kind: Mission['kind'] | null }>

/** RAPID ASSAULT EURUSD long, and whether it is practice. */
export const planHead = ({ signal, sniper = false, pair, side, drill, kind }: Headed): Html =>
  html`<b>${pair} ${SIDE_WORDS[side]}</b> · ${sniper ? 'SNIPER OPS' : signal.replaceAll('_', ' ')}${drill ? ' · DRILL' : ''}${kind === 'simulated' ? ' · SIMULATED' : ''}`

export function priceLine({ entry, stop, target, digits, rewardRatio }: Mission): string {
  const price = (points: number) => textFromPoints(points, digits)
  return `Entry ${price(entry)}, stop ${price(stop)}, target ${price(target)} (1:${rewardRatio.toFixed(1)})`
}

export const worthLine = (mission: Mission): string =>
  `${certainty(mission)}, n ${count(mission.confidence.n)} · value ${inR(mission.expectedR)} · shield ${mission.shield === null ? shieldWords.UNVERIFIED : `${mission.shield.score.toFixed(1)} ${shieldWords[mission.shield.class]}`}`

/** What a shot would be now, or every reason why there would be none. */
export function shotLines(
  { shot, denials, driftPips, freshness }: MissionView,
  currency: string | null,
): string[] {
  const unit = currency === null ? '' : ` ${currency}`
  const now =
    shot === null
      ? denials.map(denial => `✕ ${denial}`)
      : [
          `Now ${lotsWritten(shot.lots)} lots, risk ${money(shot.riskCents)}${unit} (${shot.riskPct.toFixed(2)} %), reward ${money(shot.rewardCents)}${unit}`,
        ]
  return [
    ...now,
    `Drift ${inPips(driftPips)}${freshness === null ? '' : `, ${small(freshness.is).toLowerCase()}: ${freshness.text}`}`,
  ]
}
