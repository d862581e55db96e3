import type { NoticeView } from '../../engine/contracts/views.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ToastStore } from './toast-store.ts'
import type { ViewStore } from './view-store.ts'

const identityOf = (notice: NoticeView): string => `${notice.atMs} ${notice.level} ${notice.text}`

/**
 * Raises each notice of the engine once. Of those that were there before the window opened, only what is wrong is raised:
 * old good news isn't news.
 */
export function followNotices(views: ViewStore, toasts: ToastStore): () => void {
  let known: ReadonlySet<string> | null = null

  function look(notices: readonly NoticeView[]): void {
    const news = notices.filter(notice =>
      known === null ? notice.level !== 'info' : !known.has(identityOf(notice)),
    )
    known = new Set(notices.map(identityOf))
    for (const notice of news.toSorted((a, b) => a.atMs - b.atMs)) toasts.raise(notice.level, notice.text)
  }

  return views.subscribe((now, before) => {
    if (now.view !== null && now.view.notices !== before.view?.notices) look(now.view.notices)
  })
}

/** What the program itself has to say: the problems from before the window opened, then everything as it comes. */
export function followProgram(
  bridge: Pick<WindowBridge, 'notices' | 'onNotice'>,
  toasts: ToastStore,
): () => void {
  const raise = ({ level, text }: NoticeView) => toasts.raise(level, text)
  void bridge.notices().then(answer => {
    if ('is' in answer) toasts.raise('error', answer.text)
    else
      answer
        .filter(notice => notice.level !== 'info')
        .toReversed()
        .forEach(raise)
  })
  return bridge.onNotice(raise)
}
