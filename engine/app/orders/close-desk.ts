import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { partRefusal } from '../../domain/fire/part-close.ts'
import { done, refused, VALID_MS } from './answers.ts'
import { closesUnderWay, lastWord } from './asked.ts'
import type { CloseRecord } from './asked-records.ts'
import type { Desk } from '../desk.ts'
import { heldByLedger, ourPosition, type OurPosition } from './our-position.ts'

type CloseCommand = Omit<Extract<Command, { kind: 'closePosition' }>, 'kind' | 'origin'> & { origin: string }

/** How far from the price a close may be filled, points: being out counts for more than the price. */
const DEVIATION = 100

/** Closing is always allowed, whatever the state of rank, guards or selector. A command that comes again is sent again. */
export function closePosition(desk: Desk, command: CloseCommand): CommandAnswer {
  const { id, position, origin } = command
  const before = desk.state.closes.get(id)
  const answered = before && lastWord(desk.state, id, before)
  if (answered) return answered
  const ours = closable(desk, command, before)
  if ('is' in ours) return ours
  const { terminal, order, part } = ours
  if (!before) {
    const trace = order && { trace: order.recorded.mission }
    const atMs = desk.timeAt(terminal.id)
    desk.record({
      kind: 'closeRequested',
      atMs,
      ...trace,
      command: id,
      terminal: terminal.id,
      position,
      lots: part,
      origin,
    })
  }
  desk.send(terminal.id, {
    type: 'close',
    body: { id, position, lots: part, deviation: DEVIATION, ttlMs: VALID_MS },
  })
  terminal.awaits(id, desk.ports.clock.now() + VALID_MS)
  return done(
    `Close of ${part === null ? '' : `${part} lots of `}${position} sent; waiting for the terminal.`,
  )
}

type Closable = Omit<OurPosition, 'open'> & Readonly<{ part: string | null }>

/** All of what the ledger knows to be ours is closed even before the terminal has told its positions: being out waits for nothing. */
function closable(
  desk: Desk,
  command: CloseCommand,
  before: CloseRecord | undefined,
): Closable | CommandAnswer {
  const lots = before ? before.lots : (command.lots ?? null)
  const held = lots === null ? heldByLedger(desk, command.terminal, command.position) : null
  if (held) return { ...held, part: null }
  const ours = ourPosition(desk, command.terminal, command.position)
  if ('is' in ours) return ours
  const part = before ? before.lots : partOf(desk, ours, command)
  if (part !== null && typeof part === 'object') return part
  return { terminal: ours.terminal, order: ours.order, part }
}

/** The lots as they are sent: null for all, also when all of them are named; or why this part cannot be closed. */
function partOf(
  desk: Desk,
  { terminal, open }: OurPosition,
  { lots = null }: CloseCommand,
): string | null | CommandAnswer {
  if (lots === null) return null
  const spec = terminal.named(open.symbol)?.trading
  if (!spec) {
    const text = `The terminal has not specified ${open.symbol}: only all of the position can be closed.`
    return refused('NO_SPEC', text)
  }
  const refusal = partRefusal(spec, Number(lots), Number(open.lots))
  if (refusal) return refused(refusal.code, refusal.text)
  if (Number(lots) === Number(open.lots)) return null
  const isUnderWay = closesUnderWay(desk.state, terminal.id).some(
    ([, close]) => close.position === open.position && close.lots !== null,
  )
  if (!isUnderWay) return lots
  const text = `A part of ${open.position} is being closed; its answer comes first. All of it can be closed at any time.`
  return refused('CLOSE_UNDER_WAY', text)
}
