import type { WarRoomView } from '../../../contracts/views.ts'
import { accountName } from '../../texts/account-name.ts'
import { html, type Html } from '../../texts/html.ts'
import { linkOf } from '../reading/parts/words.ts'

/** The account at a terminal by its name; the terminal's own id while it was never linked. */
export const accountAt =
  ({ links }: Pick<WarRoomView, 'links'>) =>
  (terminal: string): string => {
    const link = links.find(each => each.terminal === terminal)
    return link ? accountName(link) : terminal
  }

/** Of everything that trades, the account stands in it; real money is not to be overlooked. */
export function accountLine(view: WarRoomView, terminal: string): Html {
  const kind = linkOf(view, terminal)?.kind
  const money = kind === 'live' ? ' — REAL MONEY' : kind === 'simulated' ? ' — a drill, no real money' : ''
  return html`<b>${accountAt(view)(terminal)}</b>${money}`
}

/** Of the account at a terminal; null while it is not known. */
export const currencyAt = (view: WarRoomView, terminal: string): string | null =>
  linkOf(view, terminal)?.currency ?? null
