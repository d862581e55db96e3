import type { AccountKind } from '../../engine/contracts/primitives.ts'
import type { ViewState } from './view-store.ts'

/** What is fired on this account leaves the practice range: real orders for real or for contest money. */
export const isForReal = (kind: AccountKind | null | undefined): boolean =>
  kind === 'live' || kind === 'contest'

export const showsLive = ({ view }: ViewState): boolean => isForReal(view?.stake)
