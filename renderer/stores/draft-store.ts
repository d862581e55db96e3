import { createStore } from 'zustand/vanilla'

/** A text for each field of a setting; an empty one stands for `null`. */
export type Draft = readonly string[]

/** What was typed of the settings and not sent, by its key: it waits for as long as the window lives, on whatever page. */
export function createDraftStore() {
  const store = createStore<Readonly<Record<string, Draft>>>(() => ({}))
  return {
    ...store,
    write: (key: string, draft: Draft) => store.setState({ [key]: draft }),
    /** What was typed since then stays. */
    drop(key: string, draft: Draft): void {
      const { [key]: now, ...others } = store.getState()
      if (now === draft) store.setState(others, true)
    },
  }
}
