/** Closing everything must work when nothing else does: the host says `flatten` itself, over its own session. */
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { TerminalId, Ulid } from '../../contracts/primitives.ts'
import { MAGIC } from '../../contracts/wire/index.ts'
import { encodeBody } from '../../wire/index.ts'
import type { RoadLink } from '../roads/road-link.ts'

const REASON = 'BITTEN was told to flatten while its engine was down: no new trades until resume.'

/** Whoever flattens wants no new trades: each terminal is told to halt as well, under `haltId`. */
export function flattenWithoutEngine(
  { id }: Extract<Command, { kind: 'flattenAll' }>,
  haltId: Ulid,
  terminals: readonly TerminalId[],
  link: Pick<RoadLink, 'send'>,
): CommandAnswer {
  const flatten = encodeBody('flatten', { id, magic: MAGIC })
  const halt = encodeBody('halt', { id: haltId, reason: REASON })
  const told = terminals.filter(terminal => link.send(terminal, 'flatten', flatten).is === 'queued')
  for (const terminal of terminals) link.send(terminal, 'halt', halt)
  if (told.length === 0) {
    const text =
      'The engine is down and no terminal is linked: close your positions in MetaTrader. New trades are paused.'
    return { is: 'refused', code: 'LINK_DOWN', text }
  }
  const text = `The engine is down, so BITTEN told ${told.join(', ')} directly to close all of its positions. Check in MetaTrader that none is left. New trades are paused.`
  return { is: 'done', text }
}
