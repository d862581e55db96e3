import type { Road, TerminalId } from '../../contracts/index.ts'
import type { Hello } from '../../contracts/wire/index.ts'
import { accountId } from '../../domain/fire/account-id.ts'
import type { Desk } from '../desk.ts'
import { tellStanding } from '../emergency/last-line.ts'
import { calibratorOf } from '../missions/candidate-desk.ts'
import { abandonMissions } from '../missions/mission-desk.ts'
import { withoutAutoOn } from '../orders/auto-desk.ts'
import { tellCancels } from '../orders/take-back.ts'
import { TerminalDesk } from './terminal-desk.ts'

/** A terminal has proved who it is: another account than before begins anew, and it learns what it may have missed. */
export function onLinked(desk: Desk, id: TerminalId, session: string, told: Hello, road: Road): void {
  const { broker, server, kind: account, loginHash } = told
  const hello = { ...told, loginHash: accountId(told) }
  const known = desk.terminals.get(id)
  const isSameAccount = desk.state.logins.get(id) === hello.loginHash
  const terminal = new TerminalDesk(id, session, hello, road)
  if (!isSameAccount) {
    abandonMissions(desk, terminal)
    withoutAutoOn(desk, terminal)
  }
  if (known && isSameAccount) known.reconnect(session, hello, road)
  else desk.terminals.set(id, terminal)
  const atMs = desk.timeAt(id)
  desk.record({ kind: 'terminalLinked', atMs, terminal: id, session, broker, server, account, loginHash })
  const linked = desk.terminals.get(id) ?? terminal
  linked.upWallMs = desk.ports.clock.now()
  linked.calibrator ??= calibratorOf(desk, id)
  tellStanding(desk, linked)
  tellCancels(desk, linked)
}
