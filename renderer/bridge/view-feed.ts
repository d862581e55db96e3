import { applyPatch } from '../../engine/contracts/views.ts'
import type { ViewPatch, WarRoomView } from '../../engine/contracts/views.ts'
import type { ViewAnswer, WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ViewStore } from '../stores/view-store.ts'
import { SilenceWatch } from './silence-watch.ts'

const RETRY_MS = 2_000

/**
 * Keeps the store at the newest view: a snapshot, then each patch whose revision follows. Any other revision means that
 * something was missed or that the engine was restarted, and a fresh snapshot is asked for.
 */
export class ViewFeed {
  readonly #bridge: Pick<WindowBridge, 'getView' | 'onPatch'>
  readonly #store: ViewStore
  readonly #silence: SilenceWatch
  readonly #forget: () => void
  /** Patches that came while a snapshot was on its way. */
  #waiting: ViewPatch[] = []
  #isAsking = false
  #isStopped = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Pick<WindowBridge, 'getView' | 'onPatch'>, store: ViewStore) {
    this.#bridge = bridge
    this.#store = store
    this.#silence = new SilenceWatch(store)
    this.#forget = bridge.onPatch(patch => this.#follow(patch))
    this.refresh()
  }

  /** Asks for a new snapshot, unless one is on its way. */
  refresh(): void {
    if (this.#isAsking || this.#isStopped) return
    clearTimeout(this.#retry)
    this.#isAsking = true
    const failed = (error: unknown): ViewAnswer => ({ is: 'failed', code: 'NO_BRIDGE', text: String(error) })
    void this.#bridge
      .getView()
      .catch(failed)
      .then(answer => this.#take(answer))
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#retry)
    this.#silence.stop()
    this.#forget()
  }

  #take(answer: ViewAnswer): void {
    this.#isAsking = false
    if (this.#isStopped) return
    if (answer.is === 'failed') {
      this.#store.setState({ trouble: answer.text })
      this.#retry = setTimeout(() => this.refresh(), RETRY_MS)
      return
    }
    const later = this.#waiting.filter(patch => patch.rev > answer.value.rev)
    this.#waiting = []
    this.#show(answer.value)
    for (const patch of later) this.#follow(patch)
  }

  #follow(patch: ViewPatch): void {
    const { view } = this.#store.getState()
    if (this.#isAsking || view === null) this.#waiting.push(patch)
    else if (patch.rev === view.rev + 1) this.#show(applyPatch(view, patch))
    else this.refresh()
  }

  #show(view: WarRoomView): void {
    this.#silence.heard()
    this.#store.setState({ view, trouble: null, silent: false })
  }
}
