import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { TerminalId, Ulid } from '../../contracts/primitives.ts'
import type { CallFailed } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import type { RoadLink } from '../roads/road-link.ts'
import { flattenWithoutEngine } from './emergency.ts'
import { OwedPause } from './owed-pause.ts'
import type { WorkerHealth } from './worker-health.ts'

export type EmptyChairOptions = Readonly<{
  dataFolder: string
  log: Log
  nextId(): Ulid
  health(): WorkerHealth
  /** The roads to the terminals, once they are open. */
  link(): RoadLink | null
  terminals(): readonly TerminalId[]
}>

/** Where the engine is not: everything can be closed still, and the engine that comes is paused for it. */
export class EmptyChair {
  readonly #options: EmptyChairOptions
  readonly #owedPause: OwedPause

  constructor(options: EmptyChairOptions) {
    this.#options = options
    this.#owedPause = new OwedPause(options.dataFolder, options.log)
  }

  /** Why there is none. */
  down(): CallFailed {
    const health = this.#options.health()
    const text = 'text' in health ? health.text : `The engine is ${health.is}.`
    return { is: 'failed', code: 'code' in health ? health.code : 'ENGINE_DOWN', text }
  }

  answer(command: Command): CommandAnswer {
    const { nextId, terminals, health } = this.#options
    const link = this.#options.link()
    if (command.kind === 'flattenAll' && link && health().is !== 'stopped') {
      const answer = flattenWithoutEngine(command, nextId(), terminals(), link)
      this.#owedPause.owe(command.origin)
      return answer
    }
    const { code, text } = this.down()
    return { is: 'refused', code, text }
  }

  /**
   * Commands are obeyed in the order in which they are given, so that the engine that has come is paused before any terminal
   * could be fired at.
   */
  async pauseFirst(take: (command: Command) => Promise<CommandAnswer>): Promise<void> {
    const { origin } = this.#owedPause
    if (origin === null) return
    const answer = await take({ kind: 'pause', id: this.#options.nextId(), origin })
    if (answer.is === 'done') this.#owedPause.paid()
  }
}
