import { createStore } from 'zustand/vanilla'

/** Sheets that are open, the one in front last. What is drawn outside it can't be pressed. */
export const openSheets = createStore<readonly HTMLDialogElement[]>(() => [])

/** Returns what takes it away again. */
export function putInFront(sheet: HTMLDialogElement): () => void {
  openSheets.setState(behind => [...behind, sheet], true)
  return () => openSheets.setState(sheets => sheets.filter(other => other !== sheet), true)
}
