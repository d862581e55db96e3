import { createStore } from 'zustand/vanilla'
import type { NoticeView } from '../../engine/contracts/views.ts'

export type ToastLevel = NoticeView['level']
export type Toast = Readonly<{ id: number; level: ToastLevel; text: string }>

/** How many of each sort are shown at once. */
const AT_MOST: Readonly<Record<ToastLevel, number>> = { info: 2, warn: 2, error: 6 }

/** The newest of each sort. Only its own sort pushes one out: what is wrong stays until a person dismisses it. */
function withRoom(toasts: readonly Toast[]): readonly Toast[] {
  const levels: readonly ToastLevel[] = ['info', 'warn', 'error']
  const kept = new Set(
    levels.flatMap(level => toasts.filter(toast => toast.level === level).slice(-AT_MOST[level])),
  )
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
