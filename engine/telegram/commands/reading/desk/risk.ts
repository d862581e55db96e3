import type { WarRoomView } from '../../../../contracts/views.ts'
import { unseen } from '../../../../domain/words/unseen.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { isDayKnown, withoutStop } from '../parts/seen.ts'
import { table } from '../parts/table.ts'
import { amount, shownLink } from '../parts/words.ts'

export const risk = reading({
  name: 'risk',
  does: 'Risk used, open and left of the day, shots and open trades',
  group: 'desk',
  show: call => withView(call, riskPage),
})

const BUTTONS = [
  [leadsTo('Guards', '/guards'), leadsTo('Positions', '/positions'), leadsTo('Balance', '/balance')],
]

function riskPage(view: WarRoomView): Page {
  const { fire, account } = view
  const link = shownLink(view)
  if (account === null || link === null || !isDayKnown(view))
    return {
      html: lines(
        html`<b>Risk of the day</b>`,
        'No terminal has told its account and its time yet: its limits in money are not known, and nothing is fired.',
      ),
      buttons: BUTTONS,
    }
  return {
    html: lines(
      html`<b>Risk of the day</b> · ${accountName(link)}`,
      table(['left', 'right'], rowsOf(view, account.currency)),
      ...unseen([link], accountName),
      ...withoutStop(view).map(
        ({ symbol, position }) => `#${position} on ${symbol} has no stop: nobody can say what it risks.`,
      ),
      'Lost today is what closed trades have come to; open risk is what is lost if every stop is met. The trading day ends at 17:00 in New York.',
      fire.auto.why === null ? 'AUTO is at work.' : `AUTO: ${fire.auto.why}`,
    ),
    buttons: BUTTONS,
  }
}

function rowsOf(view: WarRoomView, currency: string): string[][] {
  const { fire } = view
  const { lossTodayCents, lossLimitCents, openRiskCents, auto } = fire
  const known = (cents: number | null) => (cents === null ? 'not known yet' : amount(cents, currency))
  return [
    ['Lost today', amount(lossTodayCents, currency)],
    ['Loss stop', known(lossLimitCents)],
    ['Left of it', known(lossLimitCents === null ? null : Math.max(0, lossLimitCents - lossTodayCents))],
    ['Open risk', withoutStop(view).length > 0 ? 'not known' : amount(openRiskCents, currency)],
    ['Shots', `${fire.shotsToday} of ${fire.shotsLimit}`],
    ['Open trades', `${fire.openTrades} of ${fire.openLimit}`],
    ['AUTO shots', `${auto.shotsToday} of ${auto.shotsLimit}`],
  ]
}
