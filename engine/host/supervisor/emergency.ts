/** Closing everything must work when nothing else does: the host says `flatten` itself, over its own session. */
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { TerminalId } from '../../contracts/primitives.ts'
import { MAGIC } from '../../contracts/wire/index.ts'
import { encodeBody } from '../../wire/index.ts'
import type { RoadLink } from '../roads/road-link.ts'

export function flattenWithoutEngine(
  { id }: Extract<Command, { kind: 'flattenAll' }>,
  terminals: readonly TerminalId[],
  link: Pick<RoadLink, 'send'>,
): CommandAnswer {
  const body = encodeBody('flatten', { id, magic: MAGIC })
  const told = terminals.filter(terminal => link.send(terminal, 'flatten', body).is === 'queued')
  if (told.length === 0) {
    const text = 'The engine is down and no terminal is linked: close your positions in MetaTrader.'
    return { is: 'refused', code: 'LINK_DOWN', text }
  }
  const text = `The engine is down, so BITTEN told ${told.join(', ')} directly to close all of its positions. Check in MetaTrader that none is left.`
  return { is: 'done', text }
}
