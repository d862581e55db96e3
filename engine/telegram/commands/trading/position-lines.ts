import type { WarRoomView } from '../../../contracts/views.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { inPips, inR } from '../../../domain/words/figures.ts'
import { minuteOf } from '../../../domain/words/times.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { SIDE_WORDS, won } from '../reading/parts/words.ts'
import { accountLine, currencyAt } from './account-line.ts'

/** A position before something is done to it. */
export function positionLines(view: WarRoomView, title: string, position: PositionView): Html {
  const { symbol, side, lots, open, now, stop, target, r, pips, netCents, lastSeenMs, terminal } = position
  return lines(
    html`<b>${title} ${symbol} ${SIDE_WORDS[side]} ${lots}</b> · #${position.position}`,
    accountLine(view, terminal),
    `${open} → ${now ?? 'no price'}${pips === null ? '' : `, ${inPips(pips)}`}`,
    html`<b>${r === null ? 'R not known' : inR(r)}</b>, ${won(netCents, currencyAt(view, terminal))} as it stands`,
    `Stop ${stop ?? 'NONE'} · target ${target ?? 'none'}`,
    lastSeenMs === null
      ? null
      : html`⚠️ Its terminal is not linked: this is how it was at ${minuteOf(lastSeenMs)} UTC.`,
  )
}
