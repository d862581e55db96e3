import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import { LedgerFault, type Ledger } from '../../ports/ledger.ts'
import { EMPTY_HEAD, headAfter, seal, type Head } from './chain.ts'

/** A ledger without a file, for replays and tests: the same chain and the same refusals. */
export function memoryLedger(): Ledger {
  const stored: StoredEvent[] = []
  const deals = new Set<string>()
  let head: Head = EMPTY_HEAD

  return {
    append(events, wallMs) {
      const sealed = seal(events, head, wallMs)
      for (const deal of dealsOf(events, deals)) deals.add(deal)
      head = headAfter(head, sealed)
      const fresh = sealed.map(one => one.stored)
      stored.push(...fresh)
      return fresh
    },
    all: (from = EMPTY_HEAD) => stored.slice(from.events),
    head: () => head,
    close: () => undefined,
  }
}

function dealsOf(events: readonly EngineEvent[], known: ReadonlySet<string>): ReadonlySet<string> {
  const fresh = new Set<string>()
  for (const event of events) {
    if (event.kind !== 'dealDone') continue
    const { terminal, deal: done } = event
    const deal = `${done.deal} of ${terminal}, order ${done.order}, position ${done.position} at ${done.price}`
    if (known.has(deal) || fresh.has(deal))
      throw new LedgerFault('DUPLICATE_DEAL', `Deal ${deal} is stored already: nothing was added`)
    fresh.add(deal)
  }
  return fresh
}
