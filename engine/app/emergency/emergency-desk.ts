/** PAUSE, CANCEL and FLATTEN, and what ends them. Each holds over a restart, and each terminal halts by itself as well. */
import type { CommandAnswer, TerminalId } from '../../contracts/index.ts'
import { MAGIC } from '../../contracts/wire/index.ts'
import { done, refused } from '../orders/answers.ts'
import type { Desk } from '../desk.ts'
import { tellHalt, tellResume } from './last-line.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** No new trades, until `resume`. */
export function pause(desk: Desk, origin: string): CommandAnswer {
  halt(desk, origin)
  return done(`Paused: no new trades. Open positions keep their stops.${untold(desk)}`)
}

export function resume(desk: Desk, origin: string): CommandAnswer {
  desk.record({ kind: 'resumed', atMs: desk.now(), origin })
  for (const terminal of desk.terminals.values()) tellResume(desk, terminal)
  return done('Resumed.')
}

/** Nothing that is pending is fired any more, and nothing new either. */
export function cancelAll(desk: Desk, origin: string): CommandAnswer {
  const pending = [...desk.state.missions.values()].filter(({ state }) => state === 'pending')
  for (const { mission } of pending) {
    const { id, terminal } = mission
    const reason = 'Cancelled with everything that was pending.'
    desk.record({ kind: 'missionDeclined', atMs: desk.timeAt(terminal), trace: id, mission: id, reason })
  }
  halt(desk, origin)
  const what = pending.map(({ mission }) => `${mission.side} ${mission.pair}`).join(', ')
  const said = pending.length === 0 ? 'No mission was pending.' : `Cancelled ${pending.length}: ${what}.`
  return done(`${said} Paused: no new trades until resume.${untold(desk)}`)
}

/** Every position with our magic number, on every linked terminal; and nothing new until `resume`. */
export function flattenAll(desk: Desk, origin: string): CommandAnswer {
  const linked = [...desk.terminals.values()].filter(terminal => terminal.up)
  for (const terminal of linked) flatten(desk, terminal, origin)
  halt(desk, origin)
  const rest = notLinked(desk)
  const left = rest.length > 0 ? ` Not linked, so close yours there in MetaTrader: ${rest.join(', ')}.` : ''
  if (linked.length > 0) {
    const told = linked.map(nameOf).join(', ')
    return done(`Flatten sent to ${told}; waiting for the deals. New trades are paused.${left}`)
  }
  const text = 'No terminal is linked; close the positions in MetaTrader itself. New trades are paused.'
  return refused('LINK_DOWN', `${text}${left}`)
}

/** Its own id each, so that the word of one terminal is not taken for another's. */
export function flatten(desk: Desk, terminal: TerminalDesk, origin: string): void {
  const command = desk.nextId()
  const atMs = desk.timeAt(terminal.id)
  desk.record({ kind: 'flattenRequested', atMs, command, terminal: terminal.id, origin })
  desk.send(terminal.id, { type: 'flatten', body: { id: command, magic: MAGIC } })
  terminal.flattening.set(command, desk.ports.clock.now())
}

/** The pause is recorded once, and told again whenever it is asked for. */
export function halt(desk: Desk, origin: string): void {
  if (!desk.state.paused) desk.record({ kind: 'paused', atMs: desk.now(), origin })
  for (const terminal of desk.terminals.values()) tellHalt(desk, terminal)
}

const nameOf = ({ hello, id }: TerminalDesk): string => `${hello.broker} (${id})`

/** Terminals of this run, those where the ledger knows of something open, and accounts that a terminal has left. */
function notLinked({ terminals, state }: Desk): string[] {
  const open = [...state.exposed].flatMap(id => state.orders.get(id) ?? [])
  const ids = new Set<TerminalId>([...terminals.keys(), ...open.map(({ recorded }) => recorded.terminal)])
  const away = [...ids].filter(id => !terminals.get(id)?.up)
  // An account of the training ground that was left is gone for good.
  const left = open.flatMap(({ recorded, loginHash }) => {
    const terminal = terminals.get(recorded.terminal)
    const isElsewhere = terminal?.up && loginHash !== terminal.hello.loginHash
    return isElsewhere && recorded.account !== 'simulated' ? [`another account of ${nameOf(terminal)}`] : []
  })
  const names = away.map(id => {
    const terminal = terminals.get(id)
    return terminal ? nameOf(terminal) : id
  })
  return [...names, ...new Set(left)]
}

function untold(desk: Desk): string {
  const away = notLinked(desk)
  return away.length === 0 ? '' : ` Not linked, and told as soon as it is: ${away.join(', ')}.`
}
