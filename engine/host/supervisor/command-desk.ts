/** Commands on their way to the engine and back. Each gets exactly one answer, whatever becomes of the engine. */
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import { WaitingRoom } from '../waiting-room.ts'

export type CommandDeskOptions = Readonly<{
  /** False when there is no engine to take it. */
  post(command: Command): boolean
  withoutEngine(command: Command): CommandAnswer
}>

export class CommandDesk {
  readonly #options: CommandDeskOptions
  readonly #answers = new WaitingRoom<string, CommandAnswer>()
  readonly #inFlight = new Map<string, Command>()

  constructor(options: CommandDeskOptions) {
    this.#options = options
  }

  async take(command: Command): Promise<CommandAnswer> {
    if (this.#inFlight.has(command.id)) {
      return { is: 'refused', code: 'REPEATED', text: 'This command is being carried out already.' }
    }
    const answer = this.#answers.wait(command.id)
    this.#inFlight.set(command.id, command)
    if (!this.#options.post(command)) this.answered(command.id, this.#options.withoutEngine(command))
    return answer
  }

  answered(id: string, answer: CommandAnswer): void {
    this.#inFlight.delete(id)
    this.#answers.answer(id, answer)
  }

  /** The engine is gone with what it had in its hands. Closing everything can't wait for the next one. */
  lost(): void {
    for (const command of this.#inFlight.values()) {
      const answer = command.kind === 'flattenAll' ? this.#options.withoutEngine(command) : INTERRUPTED
      this.answered(command.id, answer)
    }
  }
}

const INTERRUPTED: CommandAnswer = {
  is: 'refused',
  code: 'ENGINE_RESTARTED',
  text: 'The engine stopped before it answered: look at the orders and positions before you try again.',
}
