import { createStore } from 'zustand/vanilla'
import type { NoticeView } from '../../engine/contracts/views.ts'

export type ToastLevel = NoticeView['level']
export type Toast = Readonly<{ id: number; level: ToastLevel; text: string }>

const REPORTS_AT_MOST = 2
const PROBLEMS_AT_MOST = 4

/** The newest of each sort. Good news never pushes a problem out: that one is dismissed by a person. */
function withRoom(toasts: readonly Toast[]): readonly Toast[] {
  const isReport = ({ level }: Toast) => level === 'info'
  const kept = new Set([
    ...toasts.filter(isReport).slice(-REPORTS_AT_MOST),
    ...toasts.filter(toast => !isReport(toast)).slice(-PROBLEMS_AT_MOST),
  ])
  return toasts.filter(toast => kept.has(toast))
}

export function createToastStore() {
  let lastId = 0
  const store = createStore<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))
  return {
    ...store,
    raise(level: ToastLevel, text: string): void {
      lastId += 1
      const toast = { id: lastId, level, text }
      store.setState(({ toasts }) => ({ toasts: withRoom([...toasts, toast]) }))
    },
    dismiss(id: number): void {
      store.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
    },
  }
}
export type ToastStore = ReturnType<typeof createToastStore>
