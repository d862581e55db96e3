import { useViewState } from '../stores/desk-context.ts'

/** Where facts come from: the market (old when the link is down) or the ledger (true without a link). */
export type Source = 'market' | 'ledger'

export type Freshness = 'loading' | 'failed' | 'stale' | 'fresh'

export function useFreshness(source: Source): Freshness {
  return useViewState(({ view, trouble, silent }) => {
    if (view === null) return trouble === null ? 'loading' : 'failed'
    if (trouble !== null || silent) return 'stale'
    const linkLost = view.links.length > 0 && view.links.every(link => link.state === 'down')
    return source === 'market' && linkLost ? 'stale' : 'fresh'
  })
}
