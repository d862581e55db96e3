import type { SimulationControl } from '../../contracts/commands.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { TrainingWish } from '../host-api.ts'
import { TrainingGround, type TrainingGroundOptions } from './training-ground.ts'
import { trainingStart, type TrainingPlace } from './training-start.ts'

type Options = Omit<TrainingGroundOptions, 'start'> & Readonly<{ wish: TrainingWish | null }>

/** Where a training ground stands once it is started, if this run has one at all. */
export class TrainingRoom {
  readonly #options: Options
  #ground: TrainingGround | null = null

  constructor(options: Options) {
    this.#options = options
  }

  start(settings: Settings, place: TrainingPlace): void {
    const { wish, ...rest } = this.#options
    if (wish === null) return
    this.#ground = new TrainingGround({ ...rest, start: trainingStart(wish, settings, place) })
    this.#ground.start()
  }

  control(control: SimulationControl): Done {
    if (this.#ground) return this.#ground.control(control)
    const text =
      this.#options.wish === null
        ? 'There is no training ground in this run.'
        : 'The training ground is still starting: try again in a moment.'
    return { is: 'failed', code: 'NO_SIMULATOR', text }
  }

  async stop(withinMs: number): Promise<void> {
    await this.#ground?.stop(withinMs)
  }
}
