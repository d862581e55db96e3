import { createStore } from 'zustand/vanilla'
import type { FirstStepsEnd } from '../../engine/contracts/first-steps.ts'
import type { AccountKind } from '../../engine/contracts/primitives.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { answered } from '../bridge/answered.ts'
import type { ToastStore } from './toast-store.ts'
import type { ViewState, ViewStore } from './view-store.ts'

/** The money and the market's time at which the guide began. */
export type GuideSince = Readonly<{ kind: AccountKind; marketMs: number }>

export type FirstStepsState = Readonly<{
  isOpen: boolean
  /** This start has the training ground. */
  training: boolean
  /** A newcomer is led through the first mission, to the first trade that is closed since; null: no terminal has been linked yet. */
  guide: Readonly<{ since: GuideSince | null }> | null
}>

/** The steps of a newcomer: shown by themselves until they were taken or skipped once, and whenever they are asked for. */
export function createFirstStepsStore(
  bridge: Pick<WindowBridge, 'firstSteps' | 'endFirstSteps'>,
  views: Pick<ViewStore, 'getState' | 'subscribe'>,
  toasts: Pick<ToastStore, 'raise'>,
) {
  const store = createStore<FirstStepsState>(() => ({ isOpen: false, training: true, guide: null }))
  const show = () => store.setState({ isOpen: true, guide: null })
  views.subscribe(state => {
    if (store.getState().guide?.since === null) store.setState({ guide: { since: sinceOf(state) } })
  })
  void answered(bridge.firstSteps()).then(answer => {
    if (!('are' in answer)) return
    store.setState({ training: answer.training })
    if (answer.are === 'due') show()
  })
  return {
    ...store,
    show,
    async end(how: FirstStepsEnd): Promise<void> {
      store.setState({ isOpen: false, guide: how === 'done' ? { since: sinceOf(views.getState()) } : null })
      const answer = await answered(bridge.endFirstSteps(how))
      if (answer.is === 'failed') toasts.raise('warn', answer.text)
    },
    leaveGuide: () => store.setState({ guide: null }),
  }
}

function sinceOf({ view }: Pick<ViewState, 'view'>): GuideSince | null {
  if (view === null || view.kind === null || view.marketMs === null) return null
  return { kind: view.kind, marketMs: view.marketMs }
}
