import type { ViewStore } from '../stores/view-store.ts'

/** A live terminal beats every second; this many missed beats and the picture is called silent. */
const SILENCE_MS = 5_000
const LOOK_MS = 1_000

/** Marks the picture when nothing has come for longer than a live link allows. Without one, silence is normal. */
export class SilenceWatch {
  readonly #timer: ReturnType<typeof setInterval>
  #heardAt = performance.now()

  constructor(store: ViewStore) {
    this.#timer = setInterval(() => {
      const { view, silent } = store.getState()
      const expectsNews = view?.links.some(link => link.state === 'live') ?? false
      const isSilent = expectsNews && performance.now() - this.#heardAt > SILENCE_MS
      if (isSilent !== silent) store.setState({ silent: isSilent })
    }, LOOK_MS)
  }

  heard(): void {
    this.#heardAt = performance.now()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
