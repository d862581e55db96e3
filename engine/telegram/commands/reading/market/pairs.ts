import { PAIRS } from '../../../../contracts/pairs.ts'
import type { PriceRow, WarRoomView } from '../../../../contracts/views.ts'
import { html, lines } from '../../../texts/html.ts'
import { sessionWords } from '../../../texts/words.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { table } from '../parts/table.ts'

export const pairs = reading({
  name: 'pairs',
  aliases: ['whitelist', 'spreads'],
  does: 'The pairs: spread now against its norm of this hour, and what is stale',
  group: 'market',
  show: call => withView(call, pairsPage),
})

function pairsPage({ prices, session, links }: WarRoomView): Page {
  const rows = PAIRS.flatMap(pair => prices[pair] ?? [])
  const buttons = [[leadsTo('Regime', '/regime'), leadsTo('News', '/news'), leadsTo('Link', '/link')]]
  if (rows.length === 0)
    return {
      html: lines(
        html`<b>Pairs</b>`,
        links.length === 0
          ? 'No terminal is linked, so there are no prices. /link says what to do.'
          : 'The terminal has told no price yet.',
      ),
      buttons,
    }
  return {
    html: lines(
      html`<b>Pairs</b> · ${sessionWords[session]}`,
      table(['left', 'right', 'right', 'left'], [['', 'spread', 'norm', ''], ...rows.map(rowOf)]),
      'In pips; the norm is learnt for this hour of the week.',
    ),
    buttons,
  }
}

const rowOf = ({ pair, spreadPips, normPips, stale }: PriceRow): string[] => [
  pair,
  spreadPips.toFixed(1),
  normPips === null ? '–' : normPips.toFixed(1),
  stale ? 'STALE' : '',
]
