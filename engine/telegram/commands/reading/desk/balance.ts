import type { WarRoomView } from '../../../../contracts/views.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { table } from '../parts/table.ts'
import { amount, KIND_WORDS, shownLink } from '../parts/words.ts'

export const balance = reading({
  name: 'balance',
  aliases: ['account'],
  does: 'Balance, equity and free margin of the account that is shown',
  group: 'desk',
  show: call => withView(call, balancePage),
})

function balancePage(view: WarRoomView): Page {
  const { account, links } = view
  const link = shownLink(view)
  const buttons = [
    [leadsTo('Risk', '/risk'), leadsTo('Profit', '/profit'), leadsTo('Terminals', '/terminals')],
  ]
  if (account === null || link === null)
    return {
      html: lines(
        html`<b>Balance</b>`,
        'No terminal has told its account yet, so there is no balance to show. /link says what to do.',
      ),
      buttons,
    }
  const { balanceCents, equityCents, freeMarginCents, currency, leverage, kind } = account
  return {
    html: lines(
      html`<b>Balance</b> · ${accountName(link)}`,
      table(
        ['left', 'right'],
        [
          ['Balance', amount(balanceCents, currency)],
          ['Equity', amount(equityCents, currency)],
          ['Free margin', amount(freeMarginCents, currency)],
          ['Leverage', `1:${leverage}`],
        ],
      ),
      `As the terminal told it${link.state === 'down' ? ' before its link was lost' : ''}; ${KIND_WORDS[kind]}.`,
      links.length > 1
        ? 'Only the account that is shown is told in money (the first one, unless the window shows another); accounts are never added together.'
        : null,
    ),
    buttons,
  }
}
