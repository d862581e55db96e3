import type { Road } from '../../contracts/road.ts'
import type { LinkView } from '../../contracts/views.ts'
import { accountMark } from '../../domain/fire/account-id.ts'
import { terminalState } from '../../domain/watchdog/terminal-state.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { factsOf } from '../terminals/terminal-facts.ts'

export function linkView(desk: Desk, terminal: TerminalDesk, wallMs: number): LinkView {
  const { hello, beat } = terminal
  const { code, problem, nextStep } = terminalState(factsOf(desk, terminal, wallMs))
  return {
    terminal: terminal.id,
    state: terminal.up ? 'live' : 'down',
    road: terminal.road,
    cannot: CANNOT[terminal.road],
    code,
    problem,
    nextStep,
    broker: hello.broker,
    server: hello.server,
    kind: hello.kind,
    accountMark: accountMark(hello.loginHash),
    currency: terminal.account?.currency ?? null,
    margin: hello.margin,
    program: hello.program,
    armed: terminal.armed,
    beatAgeMs: terminal.beatWallMs > 0 ? wallMs - terminal.beatWallMs : null,
    dataAgeMs: terminal.ticksWallMs > 0 ? wallMs - terminal.ticksWallMs : null,
    autoTrading: beat?.autoTrading ?? null,
    brokerConnected: beat?.brokerConnected ?? null,
    pingMs: beat?.pingMs ?? null,
    simulation: beat?.simulation ?? null,
    ticks: terminal.ticks,
    faults: terminal.faults,
  }
}

const CANNOT: Record<Road, readonly string[]> = {
  zmq: [],
  files: ['one price a second', 'no history', 'no calendar', 'slower answers'],
  legacy: [
    'prices every five seconds',
    'stops as distances only',
    'orders that never expire',
    'no acknowledgement',
    'no proof who speaks',
    'no history, calendar or specifications',
  ],
}
