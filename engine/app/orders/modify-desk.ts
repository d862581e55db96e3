import type { Command, CommandAnswer, Points } from '../../contracts/index.ts'
import { moveRefusal } from '../../domain/fire/stop-move.ts'
import { pointsFromText, pointsPerUnit, textFromPoints } from '../../domain/market/price.ts'
import { done, refused, VALID_MS } from './answers.ts'
import { lastWord, stopsUnderWay } from './asked.ts'
import type { Desk } from '../desk.ts'
import { ourPosition, type OurPosition } from './our-position.ts'

type ModifyCommand = Extract<Command, { kind: 'modifyPosition' }>
type Levels = Readonly<{ stop: Points; target: Points | null }>

/** Moving a stop nearer is always allowed, moving it away never. A command that comes again is sent again. */
export function modifyPosition(desk: Desk, command: ModifyCommand): CommandAnswer {
  const { id, position } = command
  const before = desk.state.moves.get(id)
  const answered = before && lastWord(desk.state, id, before)
  if (answered) return answered
  const ours = ourPosition(desk, command.terminal, position)
  if ('is' in ours) return ours
  const { terminal } = ours
  if (terminal.road !== 'zmq')
    return refused('NOT_ON_THIS_ROAD', 'This road moves no stops; move it in MetaTrader itself.')
  const digits = ours.order?.recorded.digits ?? terminal.named(ours.open.symbol)?.spec.digits
  if (digits === undefined)
    return refused(
      'NO_SPEC',
      `The terminal has not specified ${ours.open.symbol}; move it in MetaTrader itself.`,
    )
  const levels = before ?? request(desk, ours, command, digits)
  if ('is' in levels) return levels
  const text = (points: number) => textFromPoints(points, digits)
  const body = {
    id,
    position,
    stop: text(levels.stop),
    target: levels.target === null ? null : text(levels.target),
  }
  desk.send(terminal.id, { type: 'modify', body: { ...body, ttlMs: VALID_MS } })
  terminal.awaits(id, desk.ports.clock.now() + VALID_MS)
  return done(`Stop ${body.stop} and ${target(body.target)} sent; waiting for the terminal.`)
}

const target = (text: string | null): string => (text === null ? 'no target' : `target ${text}`)

/** Judges the levels and records them, before anything is sent. */
function request(
  desk: Desk,
  ours: OurPosition,
  { id, position, origin, judgeOnly = false, ...asked }: ModifyCommand,
  digits: number,
): Levels | CommandAnswer {
  for (const text of [asked.stop, asked.target]) {
    if (text !== null && !isPrice(text, digits))
      return refused('NOT_A_PRICE', `${text} is no price of ${ours.open.symbol}, which has ${digits} digits.`)
  }
  const stop = pointsFromText(asked.stop, digits)
  const levels = { stop, target: asked.target === null ? null : pointsFromText(asked.target, digits) }
  const refusal = judge(desk, ours, levels, digits)
  if (refusal) return refused(refusal.code, refusal.text)
  if (judgeOnly) return done('It may be moved there.')
  const { terminal, order } = ours
  const head = { atMs: desk.timeAt(terminal.id), ...(order && { trace: order.recorded.mission }) }
  const what = { command: id, terminal: terminal.id, position, ...levels, origin }
  desk.record({ kind: 'modifyRequested', ...head, ...what })
  return levels
}

const isPrice = (text: string, digits: number): boolean => {
  const points = Number(text) * pointsPerUnit(digits)
  return points >= 0.5 && Math.abs(points - Math.round(points)) < 1e-3
}

function judge(desk: Desk, { terminal, open }: OurPosition, to: Levels, digits: number) {
  const symbol = terminal.named(open.symbol)
  const { stopLevel = 0, freezeLevel = 0 } = symbol?.trading ?? {}
  const closing = symbol?.hasPrice ? symbol.market : null
  const points = (text: string | null) =>
    text === null || Number(text) === 0 ? null : pointsFromText(text, digits)
  const now = points(open.stop)
  // What is on its way counts too, so that two changes in a row cannot end further away than the nearer of them.
  const stops = [...(now === null ? [] : [now]), ...stopsUnderWay(desk.state, terminal.id, open.position)]
  const nearest = open.side === 'buy' ? Math.max(...stops) : Math.min(...stops)
  return moveRefusal({
    side: open.side,
    digits,
    from: { stop: stops.length === 0 ? null : nearest, target: points(open.target) },
    to,
    closing: closing && (open.side === 'buy' ? closing.bid : closing.ask),
    stopLevel,
    freezeLevel,
  })
}
