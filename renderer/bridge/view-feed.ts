import { applyPatch } from '../../engine/contracts/views.ts'
import type { ViewPatch, WarRoomView } from '../../engine/contracts/views.ts'
import type { ViewAnswer, WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ViewStore } from '../stores/view-store.ts'
import { SilenceWatch } from './silence-watch.ts'

const RETRY_MS = 2_000

/**
 * Keeps the store at the newest view: a snapshot, then each patch whose revision follows. Any other revision means that
 * something was missed or that the engine was restarted, and a fresh snapshot is asked for. So it is when the window is seen again:
 * on a quiet market no patch may come that shows the gap.
 */
export class ViewFeed {
  readonly #bridge: Pick<WindowBridge, 'getView' | 'onPatch' | 'onSeen'>
  readonly #store: ViewStore
  readonly #silence: SilenceWatch
  readonly #forgets: readonly (() => void)[]
  /** Patches that came while a snapshot was on its way. */
  #waiting: ViewPatch[] = []
  #isAsking = false
  /** What is on its way was asked for before the window was seen. */
  #isLate = false
  #isStopped = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(bridge: Pick<WindowBridge, 'getView' | 'onPatch' | 'onSeen'>, store: ViewStore) {
    this.#bridge = bridge
    this.#store = store
    this.#silence = new SilenceWatch(store)
    this.#forgets = [bridge.onPatch(patch => this.#follow(patch)), bridge.onSeen(() => this.#seen())]
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
    this.#forgets.forEach(forget => forget())
  }

  #seen(): void {
    this.#isLate = this.#isAsking
    this.refresh()
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
    if (!this.#isLate) return
    this.#isLate = false
    this.refresh()
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
