import { createStore } from 'zustand/vanilla'

type Sheet = 'palette' | 'keys'
export type PaletteState = Readonly<{
  /** The sheet that is open. */
  open: Sheet | null
  /** Ids of what was taken from the palette since the window opened, newest first. */
  recent: readonly string[]
}>

const REMEMBERED = 5

export function createPaletteStore() {
  const store = createStore<PaletteState>(() => ({ open: null, recent: [] }))
  return {
    ...store,
    show: (open: Sheet) => store.setState({ open }),
    /** Of a sheet that has given way to the other nothing is shut any more. */
    shut: (sheet: Sheet) => store.setState(({ open }) => ({ open: open === sheet ? null : open })),
    took: (id: string) =>
      store.setState(({ recent }) => ({
        recent: [id, ...recent.filter(other => other !== id)].slice(0, REMEMBERED),
      })),
  }
}
