import type { WarRoomView } from '../../../contracts/views.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { partRefusal, shareOfLots } from '../../../domain/fire/part-close.ts'
import { lotsText } from '../../../domain/market/price.ts'
import type { Reply } from '../../reply.ts'
import { html, lines } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { closeOutcome, isCloseOver, type Closing } from '../outcome/close-outcome.ts'
import { follow } from '../outcome/follow.ts'
import { notDone } from '../outcome/words.ts'
import { withView } from '../reading/parts/ask.ts'
import { accountLine, currencyAt } from './account-line.ts'
import { findPosition } from './find-position.ts'
import { flattenReply } from './flatten.ts'
import { positionLines } from './position-lines.ts'

/** All of a position, or a part of it. Closing is allowed whatever stands against new trades. */
export const CLOSE_COMMANDS: readonly Command[] = [
  {
    name: 'close',
    aliases: ['fx', 'forceexit'],
    does: 'Close a position: its figures first, then asks',
    takes: '[TICKET or all]',
    group: 'trading',
    role: 'commander',
    run: call =>
      call.words[0]?.toLowerCase() === 'all'
        ? flattenReply(call)
        : withView(call, view => closeAll(call, view)),
  },
  {
    name: 'partial',
    does: 'Close a part of a position: its figures first, then asks',
    takes: 'TICKET LOTS or 50%',
    group: 'trading',
    role: 'commander',
    run: call => withView(call, view => closePart(call, view)),
  },
]

function closeAll(call: Call, view: WarRoomView): Reply {
  const found = findPosition(view, '/close', call.words[0])
  if (found.is === 'not') return found.reply
  const { it } = found
  return ask(call, view, it, null, `CLOSE ${it.lots} ${it.symbol}`)
}

function closePart(call: Call, view: WarRoomView): Reply {
  const [ticket, size] = call.words
  const found = findPosition(view, '/partial', ticket, size)
  if (found.is === 'not') return found.reply
  const { it } = found
  if (size === undefined) return howMuch(it)
  if (it.handles === null)
    return {
      html: html`How many lots of ${it.symbol} can be closed is not known now: its terminal is not linked, or has no price. All of it can be: /close ${it.position}.`,
    }
  const lots = lotsIn(size, it, it.handles.lotStep)
  if (lots === null)
    return {
      html: html`“${size.slice(0, 20)}” is no part of ${it.lots} lots: give lots such as 0.10, or a share such as 50%.`,
    }
  const refusal = partRefusal(it.handles, Number(lots), Number(it.lots))
  if (refusal) return { html: html`${refusal.text} ${it.lots} lots are open.` }
  return ask(call, view, it, lots, `CLOSE ${lots} of ${it.lots} ${it.symbol}`)
}

const howMuch = ({ position, lots, symbol }: PositionView): Reply => ({
  html: html`How much of ${lots} lots ${symbol}? <code>/partial ${position} LOTS</code>, or a share:`,
  buttons: [['25%', '50%', '75%'].map(share => ({ label: share, says: `/partial ${position} ${share}` }))],
})

/** Lots as they are sent, of 0.10 or 50%; null: neither. */
function lotsIn(size: string, { lots }: PositionView, lotStep: number): string | null {
  const [, number, percent] = /^(\d{1,7}(?:[.,]\d{1,8})?)(%?)$/.exec(size) ?? []
  if (number === undefined) return null
  const value = Number(number.replace(',', '.'))
  if (percent !== '%') return value > 0 ? String(value) : null
  return value > 0 && value < 100 ? lotsText(shareOfLots(Number(lots), value / 100, lotStep), lotStep) : null
}

function ask(
  call: Call,
  view: WarRoomView,
  position: PositionView,
  lots: string | null,
  label: string,
): Reply {
  const title = lots === null ? 'CLOSE' : `CLOSE ${lots} of`
  return call.hands.ask({
    chat: call.chat.chat,
    figures: positionLines(view, title, position),
    label,
    carryOut: () => carryOut(call, view, position, lots),
  })
}

async function carryOut(
  { desk }: Call,
  view: WarRoomView,
  position: PositionView,
  lots: string | null,
): Promise<Reply> {
  const { terminal, position: ticket, symbol } = position
  const account = accountLine(view, terminal)
  const closing: Closing = {
    position,
    lots: Number(lots ?? position.lots),
    currency: currencyAt(view, terminal),
  }
  const command = { kind: 'closePosition', terminal, position: ticket, lots } as const
  const followed = await follow(desk, command, isCloseOver(closing))
  const { answer } = followed
  if (answer.is !== 'done')
    return { html: lines(notDone('Not closed', answer), html`${symbol}, position ${ticket} · ${account}`) }
  return {
    html: lines(closeOutcome(followed, closing), account),
    buttons: [[{ label: 'Positions', says: '/positions' }]],
  }
}
