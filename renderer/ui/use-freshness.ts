import { useViewState } from '../stores/desk-context.ts'

/** Where facts come from: the market (old when the link is down), the ledger (true without a link), the host (true without an engine). */
export type Source = 'market' | 'ledger' | 'host'

export type Freshness = 'loading' | 'failed' | 'stale' | 'fresh'

export function useFreshness(source: Source): Freshness {
  return useViewState(({ view, trouble, silent }) => {
    if (source === 'host') return 'fresh'
    if (view === null) return trouble === null ? 'loading' : 'failed'
    if (trouble !== null || silent) return 'stale'
    const linkLost = view.links.length > 0 && view.links.every(link => link.state === 'down')
    return source === 'market' && linkLost ? 'stale' : 'fresh'
  })
}
