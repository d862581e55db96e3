import { applyPatch, type WarRoomView } from '../../contracts/views.ts'
import type { Host } from '../../host/index.ts'

/** Holds the newest view. A gap in its revisions is mended by asking for a whole one. */
export class ViewFollower {
  view: WarRoomView | null = null
  readonly #host: Pick<Host, 'watch' | 'view'>
  readonly #unwatch: () => void
  #isAsking = false

  constructor(host: Pick<Host, 'watch' | 'view'>) {
    this.#host = host
    this.#unwatch = host.watch(patch => {
      if (this.view !== null && patch.rev === this.view.rev + 1) this.view = applyPatch(this.view, patch)
      else if (this.view === null || patch.rev > this.view.rev) void this.#ask()
    })
    void this.#ask()
  }

  close(): void {
    this.#unwatch()
  }

  /** Keeps what it has when the engine cannot answer: it is being started again, and a notice says so. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const answer = await this.#host.view()
    this.#isAsking = false
    if (answer.is === 'answer') this.view = answer.value
  }
}
