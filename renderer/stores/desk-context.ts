import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { WarRoomView } from '../../engine/contracts/views.ts'
import type { Desk } from './desk.ts'
import type { ViewState } from './view-store.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('A panel was drawn outside the desk.')
  return desk
}

/** One narrow piece of the view; the caller is drawn again only when that piece changes. Only inside a panel's body. */
export function useView<T>(select: (view: WarRoomView) => T): T {
  return useStore(useDesk().views, ({ view }) => {
    if (view === null) throw new Error('A panel read the view before there was one.')
    return select(view)
  })
}

export function useViewState<T>(select: (state: ViewState) => T): T {
  return useStore(useDesk().views, select)
}
