import { setTimeout as pause } from 'node:timers/promises'
import type { WarRoomView } from '../../../contracts/views.ts'
import type { PositionView } from '../../../contracts/open-trade-views.ts'
import { inR } from '../../../domain/words/figures.ts'
import type { ViewAnswer } from '../../../contracts/window-bridge.ts'
import type { Reply } from '../../reply.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { flattenOutcome, isFlattenOver } from '../outcome/flatten-outcome.ts'
import { follow } from '../outcome/follow.ts'
import { notDone } from '../outcome/words.ts'
import { SIDE_WORDS, won } from '../reading/parts/words.ts'
import { accountAt, currencyAt } from './account-line.ts'

export const flatten: Command = {
  name: 'flatten',
  aliases: ['panic'],
  does: 'Close everything of BITTEN on every account, and pause: asks first',
  group: 'trading',
  role: 'commander',
  run: call => flattenReply(call),
}

/** It works while the engine is down, so it asks for nothing that only the engine knows. */
export async function flattenReply(call: Call): Promise<Reply> {
  const view = await soon(call.desk.view())
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`🛑 <b>FLATTEN</b>: close everything of BITTEN on every account; new trades are paused`,
      ...(view.is === 'answer' ? whatIsOpen(view.value) : whenDown(view.text)),
    ),
    label: 'FLATTEN everything',
    carryOut: () => carryOut(call, view),
  })
}

/** An engine that hangs must not keep anybody from being asked. */
const LOOK_MS = 1_500
const HANGS: ViewAnswer = { is: 'failed', code: 'NO_ANSWER', text: 'The engine does not answer.' }

async function soon(view: Promise<ViewAnswer>): Promise<ViewAnswer> {
  const over = new AbortController()
  const late = pause(LOOK_MS, HANGS, { signal: over.signal }).catch(() => HANGS)
  try {
    return await Promise.race([view, late])
  } finally {
    over.abort()
  }
}

const whenDown = (text: string): string[] => [
  `${text} What is open is not known here; the terminals are told all the same.`,
]

function whatIsOpen(view: WarRoomView): (Html | string)[] {
  const own = view.positions.filter(({ external }) => !external)
  const waiting = view.orders.filter(({ external, waits }) => !external && waits !== null)
  const away = view.links.filter(({ state }) => state === 'down')
  const nameOf = accountAt(view)
  return [
    own.length === 0 ? 'No position of BITTEN is open, as far as is known here.' : '',
    ...own.map(position => positionText(view, position)),
    ...waiting.map(
      ({ symbol, side, lots, terminal }) =>
        `• waits: ${symbol} ${SIDE_WORDS[side]} ${lots}, ${nameOf(terminal)}`,
    ),
    ...away.map(({ terminal }) => html`⚠️ ${nameOf(terminal)} is not linked: it is told when it is again.`),
  ]
}

function positionText(
  view: WarRoomView,
  { symbol, side, lots, r, netCents, terminal }: PositionView,
): string {
  const result = `${r === null ? '' : `${inR(r)}, `}${won(netCents, currencyAt(view, terminal))}`
  return `• ${symbol} ${SIDE_WORDS[side]} ${lots}, ${result}, ${accountAt(view)(terminal)}`
}

async function carryOut({ desk }: Call, view: ViewAnswer): Promise<Reply> {
  const links = view.is === 'answer' ? view.value.links : []
  const away = new Set(links.filter(({ state }) => state === 'down').map(({ terminal }) => terminal))
  const followed = await follow(desk, { kind: 'flattenAll' }, isFlattenOver(away))
  const { answer } = followed
  if (answer.is !== 'done') return { html: notDone('Not flattened', answer) }
  return {
    html: flattenOutcome(followed, accountAt({ links })),
    buttons: [[{ label: 'Positions', says: '/positions' }]],
  }
}
