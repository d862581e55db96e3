import type { OneTimer } from './one-timer.ts'

/** How often a worker is asked whether it lives, and after how long a silence it is taken for hung. */
export type Pulse<To> = Readonly<{ everyMs: number; hungAfterMs: number; ping(n: number): To }>

/** The worker that is asked. */
type Asked<To> = Readonly<{
  /** False once it has ended, was ended, or another one has come. */
  isOn(): boolean
  post(message: To): void
  hung(why: string): void
}>

/** One ping at a time; anything that the worker says shows that it lives. */
export class Heartbeat<To> {
  readonly #pulse: Pulse<To>
  readonly #timer: OneTimer
  #heardAtMs = 0

  /** The timer is the worker's own: whoever sets it otherwise ends the heartbeat. */
  constructor(pulse: Pulse<To>, timer: OneTimer) {
    this.#pulse = pulse
    this.#timer = timer
  }

  /** It has said something. */
  heard(): void {
    this.#heardAtMs = performance.now()
  }

  /** Asks until the worker has been silent for too long, and says so then. */
  watch(asked: Asked<To>, n = 1): void {
    if (!asked.isOn()) return
    const { everyMs, hungAfterMs, ping } = this.#pulse
    const silentMs = performance.now() - this.#heardAtMs
    if (silentMs > hungAfterMs)
      return asked.hung(`it has not answered for ${Math.round(silentMs / 100) / 10} s`)
    asked.post(ping(n))
    // Judged after what is waiting to be read: a busy moment of ours is no silence of the worker's.
    this.#timer.set(everyMs, () => setImmediate(() => this.watch(asked, n + 1)))
  }
}
