import { applyPatch } from '../../engine/contracts/views.ts'
import type { ViewPatch, WarRoomView } from '../../engine/contracts/views.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ViewStore } from '../stores/view-store.ts'

/** A live terminal beats every second; this many missed beats and the picture is called stale. */
const SILENCE_MS = 5_000
const RETRY_MS = 2_000

export type ViewFeed = Readonly<{
  /** Drops the picture's continuity and asks for a new snapshot. */
  refresh(): void
  stop(): void
}>

/**
 * Keeps the store at the newest view: a snapshot, then each patch whose revision follows. Any other revision means that
 * something was missed or that the engine was restarted, and a fresh snapshot is asked for.
 */
export function startViewFeed(bridge: Pick<WindowBridge, 'getView' | 'onPatch'>, store: ViewStore): ViewFeed {
  let waiting: ViewPatch[] = []
  let asking = false
  let stopped = false
  let newsAt = performance.now()
  let retry: ReturnType<typeof setTimeout> | undefined

  function show(view: WarRoomView): void {
    newsAt = performance.now()
    store.setState({ view, trouble: null, silent: false })
  }

  function fail(text: string): void {
    asking = false
    if (stopped) return
    store.setState({ trouble: text })
    retry = setTimeout(ask, RETRY_MS)
  }

  function ask(): void {
    if (asking || stopped) return
    clearTimeout(retry)
    asking = true
    void bridge
      .getView()
      .then(answer => (answer.is === 'answer' ? take(answer.value) : fail(answer.text)))
      .catch((error: unknown) => fail(String(error)))
  }

  function take(snapshot: WarRoomView): void {
    if (stopped) return
    const later = waiting.filter(patch => patch.rev > snapshot.rev)
    waiting = []
    asking = false
    show(snapshot)
    later.forEach(follow)
  }

  function follow(patch: ViewPatch): void {
    const { view } = store.getState()
    if (asking || view === null) {
      waiting.push(patch)
      return
    }
    if (patch.rev === view.rev + 1) show(applyPatch(view, patch))
    else ask()
  }

  const forget = bridge.onPatch(follow)
  const watch = setInterval(() => {
    const { view, silent } = store.getState()
    const expected = view?.links.some(link => link.state === 'live') ?? false
    const isSilent = expected && performance.now() - newsAt > SILENCE_MS
    if (isSilent !== silent) store.setState({ silent: isSilent })
  }, 1_000)
  ask()

  return {
    refresh: ask,
    stop() {
      stopped = true
      clearTimeout(retry)
      clearInterval(watch)
      forget()
    },
  }
}
