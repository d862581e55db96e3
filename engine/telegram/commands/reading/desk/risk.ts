import type { WarRoomView } from '../../../../contracts/views.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { table } from '../parts/table.ts'
import { amount, shownLink } from '../parts/words.ts'

export const risk = reading({
  name: 'risk',
  does: 'Risk used, open and left of the day, shots and open trades',
  group: 'desk',
  show: call => withView(call, riskPage),
})

function riskPage(view: WarRoomView): Page {
  const { fire, account } = view
  const link = shownLink(view)
  const currency = account?.currency ?? null
  const { lossTodayCents, lossLimitCents, openRiskCents, auto } = fire
  const leftCents = lossLimitCents === null ? null : Math.max(0, lossLimitCents - lossTodayCents)
  return {
    html: lines(
      html`<b>Risk of the day</b>${link === null ? '' : ` · ${accountName(link)}`}`,
      account === null
        ? 'No account has been told yet: its limits in money are not known, and nothing is fired.'
        : null,
      table(
        ['left', 'right'],
        [
          ['Lost today', amount(lossTodayCents, currency)],
          ['Loss stop', lossLimitCents === null ? 'not known yet' : amount(lossLimitCents, currency)],
          ['Left of it', leftCents === null ? 'not known yet' : amount(leftCents, currency)],
          ['Open risk', amount(openRiskCents, currency)],
          ['Shots', `${fire.shotsToday} of ${fire.shotsLimit}`],
          ['Open trades', `${fire.openTrades} of ${fire.openLimit}`],
          ['AUTO shots', `${auto.shotsToday} of ${auto.shotsLimit}`],
        ],
      ),
      'Lost today is what closed trades have come to; open risk is what is lost if every stop is met. The trading day ends at 17:00 in New York.',
      auto.why === null ? 'AUTO is at work.' : `AUTO: ${auto.why}`,
    ),
    buttons: [
      [leadsTo('Guards', '/guards'), leadsTo('Positions', '/positions'), leadsTo('Balance', '/balance')],
    ],
  }
}
