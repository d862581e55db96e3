import type { DeskLink, LinkReport, LinkTraffic } from '../../../engine/contracts/link-report.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'

/** What the host has counted of a terminal, and what the engine knows of it; null: nothing. */
export type Terminal = Readonly<{ traffic: LinkTraffic; desk: DeskLink | null }>

const STAKE: Readonly<Record<AccountKind, number>> = { live: 0, contest: 1, demo: 2, simulated: 3 }

/** Linked ones first, and of these the one with most at stake. */
export const mostAtStake = (terminals: LinkReport['terminals']): readonly Terminal[] =>
  terminals.toSorted(
    ({ traffic: one }, { traffic: other }) =>
      Number(other.isUp) - Number(one.isUp) || STAKE[one.kind] - STAKE[other.kind],
  )

/** Enough of an id to tell two terminals of one account apart. */
const ID_LENGTH = 6

/** Broker and mark of the account, or some of the terminal's id where no mark is known. */
export const nameOf = ({ traffic, desk }: Terminal): string =>
  `${traffic.broker} · ${desk?.link.accountMark ?? traffic.terminal.slice(0, ID_LENGTH)}`
