import type { EquityFacts } from '../../../../contracts/pictures.ts'
import { counted, inR } from '../../../../domain/words/figures.ts'
import { daysOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { reading, type Page } from '../parts/reading.ts'
import { KIND_WORDS, won } from '../parts/words.ts'

export const equity = reading({
  name: 'equity',
  does: 'A picture of what closed trades have added up to, in R and in money, and how far it fell on the way',
  takes: '[KIND]',
  group: 'record',
  show: call =>
    withKind(call, ({ kind, currency }) =>
      withAnswer(call, { kind: 'equityPicture', account: kind, currency }, (answer): Page => {
        if (answer.is === 'nothing')
          return { html: lines(html`<b>Results</b> · ${KIND_WORDS[kind]}`, answer.text) }
        return {
          html: captionOf(answer.facts),
          picture: { png: answer.png, name: `results-${kind}.png` },
          // What they say comes as a message of its own: no text takes the place of a picture.
          buttons: [
            [
              { label: 'Profit', says: `/profit ${kind}` },
              { label: 'Stats', says: `/stats ${kind}` },
              { label: 'Trades', says: `/trades ${kind}` },
            ],
          ],
        }
      }),
    ),
})

function captionOf({ account, scope, currency, n, fromMs, toMs, sumR, netCents, depthR }: EquityFacts): Html {
  const money = netCents === null ? '' : `, ${won(netCents, currency)}`
  return lines(
    html`<b>Results</b> · ${KIND_WORDS[account]}`,
    `${counted(n, scope === 'drills' ? 'closed drill' : 'closed trade')}, ${daysOf(fromMs, toMs)}`,
    html`<b>${inR(sumR)}${money}</b>`,
    `Deepest fall ${depthR.toFixed(2)} R`,
    netCents === null ? 'They are of several accounts: their money is not added together.' : null,
    scope === 'drills' ? 'Drills are practice: they are never added to trades.' : null,
    'After all costs; what is open is not among it.',
  )
}
