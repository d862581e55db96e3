import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import { followCues } from '../cues/play-cue.ts'
import { ViewFeed } from '../bridge/view-feed.ts'
import { createOrders } from './orders.ts'
import { createDraftStore } from './draft-store.ts'
import { createFirstStepsStore } from './first-steps-store.ts'
import { createLookStore } from './look-store.ts'
import { createPaletteStore } from './palette-store.ts'
import { createPlaceStore } from './place-store.ts'
import { createSetQuiet } from './quiet.ts'
import { createSimulation } from './simulation.ts'
import { followNotices, followProgram } from './follow-notices.ts'
import { createShowTerminal } from './terminals.ts'
import { createToastStore } from './toast-store.ts'
import { createViewStore } from './view-store.ts'

/** Everything a window works with, made once, outside React. */
export function createDesk(bridge: WindowBridge) {
  const views = createViewStore()
  const toasts = createToastStore()
  const simulation = createSimulation(bridge, views, text => toasts.raise('error', text))
  const feed = new ViewFeed(bridge, views)
  const forgetNotices = followNotices(views, toasts)
  const forgetProgram = followProgram(bridge, toasts)
  const forgetCues = followCues(bridge)
  const place = createPlaceStore(bridge)
  return {
    bridge,
    views,
    toasts,
    simulation,
    place,
    look: createLookStore(bridge, toasts, document.documentElement),
    palette: createPaletteStore(),
    drafts: createDraftStore(),
    firstSteps: createFirstStepsStore(bridge, views, toasts),
    showTerminal: createShowTerminal(bridge, toasts),
    setQuiet: createSetQuiet(bridge, toasts),
    ...createOrders(bridge, toasts),
    refresh: () => feed.refresh(),
    close() {
      forgetNotices()
      forgetProgram()
      forgetCues()
      simulation.close()
      place.close()
      feed.stop()
    },
  }
}

export type Desk = ReturnType<typeof createDesk>
