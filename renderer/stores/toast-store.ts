import { createStore } from 'zustand/vanilla'
import type { NoticeView } from '../../engine/contracts/views.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ViewStore } from './view-store.ts'

export type ToastLevel = NoticeView['level']
export type Toast = Readonly<{ id: number; level: ToastLevel; text: string }>

const SHOWN_AT_MOST = 4

export function createToastStore() {
  let lastId = 0
  const store = createStore<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))
  return {
    ...store,
    raise(level: ToastLevel, text: string): void {
      lastId += 1
      const toast = { id: lastId, level, text }
      store.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-SHOWN_AT_MOST) }))
    },
    dismiss(id: number): void {
      store.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
    },
  }
}
export type ToastStore = ReturnType<typeof createToastStore>

const identityOf = (notice: NoticeView): string => `${notice.atMs} ${notice.level} ${notice.text}`

/**
 * Raises a toast for each notice once. Of the notices that were there before the window opened, only what is wrong is
 * raised: old good news isn't news.
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
