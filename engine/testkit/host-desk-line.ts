import { Command } from '../contracts/commands.ts'
import { EpochMs } from '../contracts/primitives.ts'
import { randomIds } from '../adapters/identity/index.ts'
import type { Host } from '../host/index.ts'
import type { DeskLine } from '../telegram/desk-line.ts'

/** What the bot may ask of a desk in this process, without its thread in between. */
export function deskLineTo(host: Host): DeskLine {
  const ids = randomIds()
  const nextId = () => ids.next(EpochMs.parse(Date.now()))
  return {
    nextId,
    view: () => host.view(),
    command: (command, id = nextId()) => host.command(Command.parse({ ...command, id, origin: 'telegram' })),
    note: telegram => host.command({ kind: 'telegram', id: nextId(), origin: 'telegram', telegram }),
    ask: query => host.ask(query),
    settings: () => Promise.resolve(host.settings()),
    changeSettings: wish => host.changeSettings(wish, 'telegram'),
    about: () =>
      Promise.resolve({
        version: '0.1.0',
        startedMs: EpochMs.parse(0),
        engine: 'running',
        log: [],
        notices: host.notices(),
      }),
    onTold: take => host.onTold(take),
    onNotice: take => host.onNotice(take),
  }
}
