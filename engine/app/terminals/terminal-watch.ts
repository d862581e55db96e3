import type { ComputerView } from '../../contracts/views.ts'
import { terminalState, type TerminalState } from '../../domain/watchdog/terminal-state.ts'
import { look, newWatch, type Saying, type Watch } from '../../domain/watchdog/watch.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'
import { factsOf, factsOfComputer } from './terminal-facts.ts'

const NOTHING: TerminalState = { code: 'WELL', level: 'info', problem: null, nextStep: null }
const COMPUTER = 'this computer'

/** Watches every terminal, and this computer while no real one has a row, and says what has lasted. */
export class TerminalWatch {
  readonly #desk: Desk
  readonly #watches = new Map<string, Watch>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** To be called several times a second. */
  look(): readonly Saying[] {
    const desk = this.#desk
    const nowMs = desk.ports.clock.now()
    const terminals = [...desk.terminals.values()]
    const ofTerminals = terminals.flatMap(terminal => {
      const sayings = this.#look(terminal.id, terminalState(factsOf(desk, terminal, nowMs)), nowMs)
      return terminals.length > 1 ? sayings.map(saying => named(terminal, saying)) : sayings
    })
    return [...ofTerminals, ...this.#look(COMPUTER, computerState(desk), nowMs)]
  }

  #look(name: string, state: TerminalState, nowMs: number): readonly Saying[] {
    const { watch, sayings } = look(this.#watches.get(name) ?? newWatch(nowMs), state, nowMs)
    this.#watches.set(name, watch)
    return sayings
  }
}

const named = ({ hello }: TerminalDesk, { level, text }: Saying): Saying => ({
  level,
  text: `${hello.broker}, ${hello.server}: ${text}`,
})

/** Whoever only trains is not told that there is no MetaTrader. */
const isAwaited = ({ computer, state }: Desk): boolean =>
  computer !== null && (!computer.training || state.realTerminals.size > 0)

/** A real terminal that has a row says there what is wrong with it. */
function computerState(desk: Desk): TerminalState {
  const hasRow = [...desk.terminals.values()].some(({ hello }) => hello.kind !== 'simulated')
  return hasRow || !isAwaited(desk) ? NOTHING : terminalState(factsOfComputer(desk))
}

export function computerView(desk: Desk): ComputerView {
  const { code, problem, nextStep } = computerState(desk)
  return { metaTrader: desk.computer?.metaTrader ?? 'unknown', code, problem, nextStep }
}
