import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { whyNoAuto } from '../../domain/fire/auto-rules.ts'
import { isRealMoney } from '../../domain/fire/limits.ts'
import { done, refused } from './answers.ts'
import type { MissionRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { fireJudged, recordDenial } from './fire-desk.ts'
import { limitsOf } from '../book/limits-desk.ts'
import { pending } from '../missions/mission-desk.ts'
import { judgeMission } from './shot-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { waitingSaid } from './waiting-said.ts'

const SAFE = 'The selector is on SAFE: nothing fires.'

/** AUTO is for an account where the rank allows it; SAFE and SELECT are for everyone. */
export function setSelector(
  desk: Desk,
  { selector, origin, judgeOnly = false }: Extract<Command, { kind: 'setSelector' }>,
): CommandAnswer {
  if (selector === 'AUTO') {
    const why = whyNoneHasAuto(desk)
    if (why !== null) return refused('NO_AUTO', why)
  }
  if (judgeOnly) return done(`The selector may be turned to ${selector}.`)
  desk.record({ kind: 'selectorSet', atMs: desk.now(), selector, origin })
  return done(selector === 'SAFE' ? `${SAFE}${waitingSaid(desk)}` : `The selector is on ${selector}.`)
}

function whyNoneHasAuto(desk: Desk): string | null {
  const linked = [...desk.terminals.values()].filter(terminal => terminal.up)
  const whys = linked.map(terminal => whyNoAuto(limitsOf(desk, terminal), terminal.hello.kind))
  const [first = 'No terminal is linked, so nobody knows what AUTO would trade on.'] = whys
  return whys.includes(null) ? null : first
}

/** Another version begins without AUTO: it may judge otherwise than the one that it was switched on for. */
export function withoutAuto(desk: Desk, versionBefore: string | null): void {
  if (desk.state.selector !== 'AUTO' || versionBefore === desk.options.version) return
  desk.record({ kind: 'selectorSet', atMs: desk.now(), selector: 'SELECT', origin: 'update' })
}

/** Real money that was not there when AUTO was switched on is not traded by it: the trader says so again for this account. */
export function withoutAutoOn(desk: Desk, { id, hello }: TerminalDesk): void {
  if (desk.state.selector !== 'AUTO' || !isRealMoney(hello.kind)) return
  desk.record({ kind: 'selectorSet', atMs: desk.timeAt(id), selector: 'SELECT', origin: 'account' })
}

/** A mission is judged when it is issued, and again while it is pending: what denied it may have passed. */
const AGAIN_AFTER_MS = 1_000

/** Fires what AUTO may fire at this terminal. */
export function autoFire(desk: Desk, terminal: TerminalDesk): void {
  if (desk.state.selector !== 'AUTO' || desk.state.paused || !terminal.armed) return
  const nowMs = desk.ports.clock.now()
  for (const record of pending(desk, terminal)) {
    const { id } = record.mission
    const lastMs = terminal.autoTried.get(id)
    if (lastMs !== undefined && Math.abs(nowMs - lastMs) < AGAIN_AFTER_MS) continue
    terminal.autoTried.set(id, nowMs)
    tryAuto(desk, terminal, record)
  }
  for (const id of terminal.autoTried.keys())
    if (desk.state.missions.get(id)?.state !== 'pending') terminal.autoTried.delete(id)
}

/** A denial is recorded once for a mission and what denied it, however often it is found. */
function tryAuto(desk: Desk, terminal: TerminalDesk, record: MissionRecord): void {
  const { id } = record.mission
  const answer = judgeMission(desk, terminal, record, 'auto')
  if (answer.is === 'shot') {
    fireJudged(desk, terminal, record, answer.shot, 'auto')
    return
  }
  const codes = answer.denials.map(({ code }) => code).join(' ')
  if (desk.state.autoDenied.get(id)?.includes(codes)) return
  recordDenial(desk, record, answer.denials, 'auto')
}
