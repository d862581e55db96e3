import type { AccountKind } from '../../engine/contracts/primitives.ts'
import type { LinkView } from '../../engine/contracts/views.ts'
import type { ViewState } from './view-store.ts'

/** What is fired on this account leaves the practice range: real orders for real or for contest money. */
export const isForReal = (kind: AccountKind | null | undefined): boolean =>
  kind === 'live' || kind === 'contest'

export const showsLive = ({ view }: ViewState): boolean => isForReal(view?.kind)

/** The terminal whose account a consent is about: the first that is linked, else the first that was. */
export function liveLinkOf(links: readonly LinkView[]): LinkView | null {
  const ofRealMoney = links.filter(({ kind }) => isForReal(kind))
  return ofRealMoney.find(({ state }) => state === 'live') ?? ofRealMoney[0] ?? null
}
