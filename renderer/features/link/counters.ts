import type { LinkTraffic, MessageCount } from '../../../engine/contracts/link-report.ts'
import type { Terminal } from './terminals.ts'

export type MessageRow = Readonly<{ type: string; received: MessageCount | null; sent: MessageCount | null }>

/** Every kind that went over the link in either direction, in the order in which it first came. */
export function messageRows({ received, sent }: Pick<LinkTraffic, 'received' | 'sent'>): MessageRow[] {
  const types = new Set([...received, ...sent].map(({ type }) => type))
  const of = (counts: readonly MessageCount[], type: string) =>
    counts.find(each => each.type === type) ?? null
  return [...types].map(type => ({ type, received: of(received, type), sent: of(sent, type) }))
}

/** The host has counted its own kinds exactly; of these the engine was told samples. */
export const faultsOf = ({ traffic, desk }: Terminal): readonly (readonly [code: string, count: number])[] =>
  Object.entries({ ...desk?.faults, ...traffic.faults }).toSorted(([, one], [, other]) => other - one)
