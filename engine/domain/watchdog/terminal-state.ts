import { TerminalCode } from '../../contracts/terminal-state.ts'
import { LINKED } from './linked-states.ts'
import type { StateCard, TerminalFacts } from './terminal-facts.ts'
import { UNLINKED } from './unlinked-states.ts'

/** `problem` and `nextStep` are null when all is well. */
export type TerminalState = Readonly<{
  code: TerminalCode
  level: StateCard['level']
  problem: string | null
  nextStep: string | null
}>

const WELL: TerminalState = { code: 'WELL', level: 'info', problem: null, nextStep: null }

const CARDS: Readonly<Record<Exclude<TerminalCode, 'WELL'>, StateCard>> = {
  ...UNLINKED,
  ...LINKED,
  /** Its events tell when it begins and ends. */
  NOT_ARMED: {
    level: 'warn',
    holds: ({ isUp, isArmed }) => isUp && !isArmed,
    problem: ({ reason }) => `Not armed: ${reason}`,
    nextStep: () => 'Wait a moment; it asks the terminal again by itself.',
    over: null,
  },
}

export const cardOf = (code: Exclude<TerminalCode, 'WELL'>): StateCard => CARDS[code]

/** The worst state that holds: the first of the list. */
export function terminalState(facts: TerminalFacts): TerminalState {
  for (const code of TerminalCode.options) {
    if (code === 'WELL') break
    const { level, holds, problem, nextStep } = CARDS[code]
    if (holds(facts)) return { code, level, problem: problem(facts), nextStep: nextStep(facts) }
  }
  return WELL
}

/** What is said when it has ended; null for a state of which the watch says nothing. */
export const overOf = (code: TerminalCode): string | null => (code === 'WELL' ? null : CARDS[code].over)

export const isWorse = (one: TerminalCode, other: TerminalCode): boolean =>
  TerminalCode.options.indexOf(one) < TerminalCode.options.indexOf(other)
