/** One engine, many windows: keeps the view folded while somebody looks, and has nothing made while nobody does. */
import { applyPatch, type ViewPatch, type WarRoomView } from '../contracts/views.ts'
import type { ViewAnswer } from '../contracts/window-bridge.ts'
import { Listeners } from './listeners.ts'

export type ViewSource = Readonly<{ watch(on: boolean): void; snapshot(): Promise<ViewAnswer> }>

export class ViewFanout {
  readonly #source: ViewSource
  readonly #viewers = new Listeners<ViewPatch>()
  /** Null while nobody watches, or after a gap: then the next to ask gets a new snapshot. */
  #view: WarRoomView | null = null

  constructor(source: ViewSource) {
    this.#source = source
  }

  watch(take: (patch: ViewPatch) => void): () => void {
    const remove = this.#viewers.add(take)
    if (this.#viewers.count === 1) this.#source.watch(true)
    return () => {
      const before = this.#viewers.count
      remove()
      if (before === 0 || this.#viewers.count > 0) return
      this.#view = null
      this.#source.watch(false)
    }
  }

  async view(): Promise<ViewAnswer> {
    if (this.#view) return { is: 'answer', value: this.#view }
    const answer = await this.#source.snapshot()
    if (answer.is === 'answer' && this.#viewers.count > 0) this.#view = answer.value
    return answer
  }

  patched(patch: ViewPatch): void {
    const follows = this.#view !== null && patch.rev === this.#view.rev + 1
    this.#view = this.#view && follows ? applyPatch(this.#view, patch) : null
    this.#viewers.tell(patch)
  }

  /** The engine that the view came from is gone. */
  forget(): void {
    this.#view = null
  }
}
