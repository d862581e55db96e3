/** Which open position a chat means: by its ticket, and where two accounts have the same one, by the account's mark too. */
import type { LinkView, WarRoomView } from '../../../contracts/views.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { inR } from '../../../domain/words/figures.ts'
import type { Button, Reply } from '../../reply.ts'
import { accountName } from '../../texts/account-name.ts'
import { html, lines } from '../../texts/html.ts'
import { linkOf, SIDE_WORDS } from '../reading/parts/words.ts'
import { accountAt } from './account-line.ts'

/** More than a screen of a phone has room for helps nobody. */
const MOST = 12

export type Found<T> = Readonly<{ is: 'one'; it: T }> | Readonly<{ is: 'not'; reply: Reply }>

/** 123456 or #123456, and 123456@a3f9 of the account with that mark. */
const TICKET = /^#?([1-9]\d{0,19})(?:@(\w{1,16}))?$/

/** `command` as in `/be`; `rest`: the words that came after the ticket, kept on the buttons. */
export function findPosition(
  view: WarRoomView,
  command: string,
  word: string | undefined,
  rest = '',
): Found<PositionView> {
  if (word === undefined) return not(choosePosition(view, command))
  const [, ticket, mark] = TICKET.exec(word) ?? []
  if (ticket === undefined)
    return not({ html: html`“${word.slice(0, 40)}” is no ticket of a position, such as 123456.` })
  const named = view.positions.filter(
    ({ position, terminal }) =>
      position === ticket &&
      (mark === undefined || linkOf(view, terminal)?.accountMark === mark.toLowerCase()),
  )
  const found = onePerAccount(view, named)
  const [first] = found
  if (first === undefined) return not(notOpen(view, command, word))
  if (found.length > 1) return not(whichAccount(view, command, found, rest))
  return first.external
    ? not({
        html: html`Position ${ticket} on ${first.symbol} was not opened by BITTEN: it stays untouched. Change it in MetaTrader itself.`,
      })
    : { is: 'one', it: first }
}

const not = (reply: Reply) => ({ is: 'not', reply }) as const

/** Two terminals may show the same account; the one that is linked speaks for it. */
function onePerAccount(view: WarRoomView, positions: readonly PositionView[]): readonly PositionView[] {
  const byAccount = new Map<string, PositionView>()
  for (const position of positions) {
    const link = linkOf(view, position.terminal)
    const account =
      link === null ? position.terminal : `${link.broker} ${link.server} ${link.kind} ${link.accountMark}`
    const known = byAccount.get(account)
    if (known === undefined || (known.lastSeenMs !== null && position.lastSeenMs === null))
      byAccount.set(account, position)
  }
  return [...byAccount.values()]
}

function notOpen(view: WarRoomView, command: string, word: string): Reply {
  const { html: text, buttons = [] } = choosePosition(view, command)
  return { html: lines(html`No position ${word} is open.`, text), buttons }
}

/** One button for each that is ours. */
function choosePosition(view: WarRoomView, command: string): Reply {
  const own = view.positions.filter(({ external }) => !external)
  if (own.length === 0) return { html: lines('BITTEN has no position open.') }
  const more = own.length > MOST ? `and ${own.length - MOST} more: name its ticket.` : null
  return {
    html: lines(html`Which position? <code>${command} TICKET</code>`, more),
    buttons: own.slice(0, MOST).map(position => [button(view, command, position)]),
  }
}

function whichAccount(
  view: WarRoomView,
  command: string,
  positions: readonly PositionView[],
  rest: string,
): Reply {
  const links = positions.flatMap(({ terminal }) => linkOf(view, terminal) ?? [])
  const isTold =
    links.length === positions.length && new Set(links.map(link => link.accountMark)).size === links.length
  if (!isTold)
    return {
      html: lines(
        'Two accounts have a position with this ticket, and nothing here tells them apart: do it in the window or in MetaTrader.',
      ),
    }
  return {
    html: lines('More than one account has a position with this ticket. Of which one?'),
    buttons: positions.flatMap(({ position, terminal }) => {
      const link = linkOf(view, terminal)
      return link === null ? [] : [[accountButton(link, `${command} ${position}@${link.accountMark}`, rest)]]
    }),
  }
}

/** What is no lots or price was not meant, and may not fit on a button, where one letter has up to four bytes. */
const FITS = /^[!-~]{1,16}$/

const accountButton = (link: LinkView, says: string, rest: string): Button => ({
  label: accountName(link),
  says: FITS.test(rest) ? `${says} ${rest}` : says,
})

function button(view: WarRoomView, command: string, position: PositionView): Button {
  const { symbol, side, lots, r, position: ticket, terminal } = position
  const result = r === null ? '' : `, ${inR(r)}`
  const isTwice = view.positions.some(other => other !== position && other.position === ticket)
  const mark = linkOf(view, terminal)?.accountMark
  const at = isTwice && mark !== undefined ? `@${mark}` : ''
  const account = view.links.length > 1 ? ` · ${accountAt(view)(terminal)}` : ''
  return {
    label: `${symbol} ${SIDE_WORDS[side]} ${lots}${result}${account}`,
    says: `${command} ${ticket}${at}`,
  }
}
