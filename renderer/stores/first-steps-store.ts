import { createStore } from 'zustand/vanilla'
import type { FirstStepsEnd } from '../../engine/contracts/first-steps.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { answered } from '../bridge/answered.ts'
import type { ToastStore } from './toast-store.ts'
import type { ViewStore } from './view-store.ts'

export type FirstStepsState = Readonly<{
  isOpen: boolean
  /** A newcomer is led through the first mission: by the first trade that is closed after `before`. */
  guide: Readonly<{ before: string | null }> | null
}>

/** The steps of a newcomer: shown by themselves until they were taken or skipped once, and whenever they are asked for. */
export function createFirstStepsStore(
  bridge: Pick<WindowBridge, 'firstSteps' | 'endFirstSteps'>,
  views: Pick<ViewStore, 'getState'>,
  toasts: Pick<ToastStore, 'raise'>,
) {
  const store = createStore<FirstStepsState>(() => ({ isOpen: false, guide: null }))
  const show = () => store.setState({ isOpen: true, guide: null })
  void answered(bridge.firstSteps()).then(answer => 'are' in answer && answer.are === 'due' && show())
  return {
    ...store,
    show,
    async end(how: FirstStepsEnd): Promise<void> {
      const before = views.getState().view?.closed[0]?.order ?? null
      store.setState({ isOpen: false, guide: how === 'done' ? { before } : null })
      const answer = await answered(bridge.endFirstSteps(how))
      if (answer.is === 'failed') toasts.raise('warn', answer.text)
    },
    leaveGuide: () => store.setState({ guide: null }),
  }
}
