import type { CommandAnswer } from '../contracts/index.ts'
import { MAGIC } from '../contracts/wire/index.ts'
import { refused } from './answers.ts'
import type { Desk } from './desk.ts'

/** Every position with our magic number, on every linked terminal. */
export function flattenAll(desk: Desk, origin: string): CommandAnswer {
  const linked = [...desk.terminals.values()].filter(terminal => terminal.up)
  if (linked.length === 0)
    return refused('LINK_DOWN', 'No terminal is linked; close the positions in MetaTrader itself.')
  for (const terminal of linked) {
    // Its own id each, so that the word of one terminal is not taken for another's.
    const command = desk.nextId()
    desk.record({
      kind: 'flattenRequested',
      atMs: desk.timeAt(terminal.id),
      command,
      terminal: terminal.id,
      origin,
    })
    desk.send(terminal.id, { type: 'flatten', body: { id: command, magic: MAGIC } })
  }
  return { is: 'done', text: 'Flatten sent; waiting for the deals.' }
}
