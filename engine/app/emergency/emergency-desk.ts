/** PAUSE, CANCEL and FLATTEN, and what ends them. Each holds over a restart, and each terminal halts by itself as well. */
import type { CommandAnswer, TerminalId, Ulid } from '../../contracts/index.ts'
import { done, refused } from '../orders/answers.ts'
import { waitingSaid } from '../orders/waiting-said.ts'
import type { Desk } from '../desk.ts'
import { tellFlatten, tellHalt, tellResume } from './last-line.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** No new trades, until `resume`. */
export function pause(desk: Desk, origin: string): CommandAnswer {
  const waits = waitingSaid(desk)
  halt(desk, origin)
  return done(`Paused: no new trades. Open positions keep their stops.${waits}${untold(desk)}`)
}

export function resume(desk: Desk, origin: string): CommandAnswer {
  desk.record({ kind: 'resumed', atMs: desk.now(), origin })
  for (const terminal of desk.terminals.values()) tellResume(desk, terminal)
  return done('Resumed: new trades are no longer paused.')
}

/** Nothing that is pending is fired any more, and nothing new either. */
export function cancelAll(desk: Desk, origin: string): CommandAnswer {
  const pending = [...desk.state.missions.values()].filter(({ state }) => state === 'pending')
  for (const { mission } of pending) {
    const { id, terminal } = mission
    const reason = 'Cancelled with everything that was pending.'
    desk.record({ kind: 'missionDeclined', atMs: desk.timeAt(terminal), trace: id, mission: id, reason })
  }
  const waits = waitingSaid(desk)
  halt(desk, origin)
  const what = pending.map(({ mission }) => `${mission.side} ${mission.pair}`).join(', ')
  const said = pending.length === 0 ? 'No mission was pending.' : `Cancelled ${pending.length}: ${what}.`
  return done(`${said}${waits} Paused: no new trades until resume.${untold(desk)}`)
}

/**
 * Every position with our magic number, on every linked terminal; and nothing new until `resume`. A terminal that is not linked
 * and has orders of ours open by the ledger gets it when it is back on that account, unless `resume` came before.
 */
export function flattenAll(desk: Desk, origin: string): CommandAnswer {
  const linked = [...desk.terminals.values()].filter(terminal => terminal.up)
  for (const terminal of linked) flatten(desk, terminal, origin)
  const owed = withOpenOrders(desk).filter(id => !desk.terminals.get(id)?.up && !isServed(desk, id))
  for (const id of owed) request(desk, id, origin)
  halt(desk, origin)
  const rest = notLinked(desk, id => isServed(desk, id))
  const later =
    owed.length > 0
      ? ` ${owed.map(id => nameOfId(desk, id)).join(', ')} will be flattened as soon as it is linked on the same account, unless you resume before.`
      : ''
  const left =
    rest.length > 0 ? ` Not linked, so close yours there in MetaTrader: ${rest.join(', ')}.${later}` : ''
  if (linked.length > 0) {
    const told = linked.map(nameOf).join(', ')
    return done(`Flatten sent to ${told}; waiting for the deals. New trades are paused.${left}`)
  }
  const text = 'No terminal is linked; close the positions in MetaTrader itself. New trades are paused.'
  return refused('LINK_DOWN', `${text}${left}`)
}

/** Its own id each, so that the word of one terminal is not taken for another's. */
export function flatten(desk: Desk, terminal: TerminalDesk, origin: string): void {
  tellFlatten(desk, terminal, request(desk, terminal.id, origin))
}

function request(desk: Desk, terminal: TerminalId, origin: string): Ulid {
  const command = desk.nextId()
  desk.record({ kind: 'flattenRequested', atMs: desk.timeAt(terminal), command, terminal, origin })
  return command
}

/** Terminals whose account, as it was last, has something open by the ledger. */
function withOpenOrders({ state }: Desk): TerminalId[] {
  const open = [...state.exposed].flatMap(id => state.orders.get(id) ?? [])
  const ofItsAccount = open.filter(
    ({ recorded, loginHash }) => state.logins.get(recorded.terminal) === loginHash,
  )
  return [...new Set(ofItsAccount.map(({ recorded }) => recorded.terminal))]
}

/** The pause is recorded once, and told again whenever it is asked for. */
export function halt(desk: Desk, origin: string): void {
  if (!desk.state.paused) desk.record({ kind: 'paused', atMs: desk.now(), origin })
  for (const terminal of desk.terminals.values()) tellHalt(desk, terminal)
}

const nameOf = ({ hello, id }: TerminalDesk): string => `${hello.broker} (${id})`

function nameOfId({ terminals }: Desk, id: TerminalId): string {
  const terminal = terminals.get(id)
  return terminal ? nameOf(terminal) : id
}

/** Another terminal is linked on the account that this one was on last: it closes whatever is open there. */
function isServed({ terminals, state }: Desk, id: TerminalId): boolean {
  const loginHash = state.logins.get(id)
  return [...terminals.values()].some(({ up, hello }) => up && hello.loginHash === loginHash)
}

/** Terminals of this run, those where the ledger knows of something open, and accounts that a terminal has left. */
function notLinked(desk: Desk, isLeftOut: (id: TerminalId) => boolean = () => false): string[] {
  const { terminals, state } = desk
  const open = [...state.exposed].flatMap(id => state.orders.get(id) ?? [])
  const ids = new Set<TerminalId>([...terminals.keys(), ...open.map(({ recorded }) => recorded.terminal)])
  const away = [...ids].filter(id => !terminals.get(id)?.up && !isLeftOut(id))
  // An account of the training ground that was left is gone for good.
  const left = open.flatMap(({ recorded, loginHash }) => {
    const terminal = terminals.get(recorded.terminal)
    const isElsewhere = terminal?.up && loginHash !== terminal.hello.loginHash
    return isElsewhere && recorded.account !== 'simulated' ? [`another account of ${nameOf(terminal)}`] : []
  })
  return [...away.map(id => nameOfId(desk, id)), ...new Set(left)]
}

function untold(desk: Desk): string {
  const away = notLinked(desk)
  return away.length === 0 ? '' : ` Not linked, and told as soon as it is: ${away.join(', ')}.`
}
