import { createStore } from 'zustand/vanilla'
import type { Ulid } from '../../engine/contracts/primitives.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'

/** Where in the house the person is. */
export type PageId =
  | 'room'
  | 'trades'
  | 'debrief'
  | 'campaign'
  | 'log'
  | 'notebook'
  | 'ghosts'
  | 'squad'
  | 'cards'
  | 'proving'
  | 'telegram'
  | 'settings'
  | 'link'
export type Place = Readonly<{
  page: PageId
  /** The mission that was asked for; null: whichever needs a decision first. */
  mission: string | null
  /** The mission whose story the log tells; null: that of its first line. */
  story: Ulid | null
  /** A mission is shown in its market. */
  isChartOpen: boolean
}>

/** What a notification is about is shown when it was clicked, whatever was looked at. */
export function createPlaceStore(bridge: WindowBridge) {
  const store = createStore<Place>(() => ({ page: 'room', mission: null, story: null, isChartOpen: true }))
  const forgetMission = bridge.onShowMission(mission => store.setState({ page: 'room', mission }))
  const forgetPage = bridge.onShowPage(page => store.setState({ page }))
  return {
    ...store,
    go: (page: PageId) => store.setState({ page }),
    /** The whole story of a mission. */
    tell: (story: Ulid | null) => store.setState({ page: 'log', story }),
    foldChart: (isFolded: boolean) => store.setState({ isChartOpen: !isFolded }),
    pick: (mission: string) => store.setState({ mission }),
    close() {
      forgetMission()
      forgetPage()
    },
  }
}
