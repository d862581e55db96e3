import { recoverLedger, type Recovered } from '../adapters/ledger/index.ts'
import type { EngineEvent } from '../contracts/events.ts'
import type { EpochMs } from '../contracts/primitives.ts'
import { LedgerFault } from '../ports/ledger.ts'

type Ground = Parameters<typeof recoverLedger>[0]

/** True of a ledger that is there and cannot be trusted; one that is locked, newer or on a full disk is left where it is. */
export const cannotBeTrusted = (cause: unknown): cause is LedgerFault =>
  cause instanceof LedgerFault && (cause.code === 'CORRUPT' || cause.code === 'CHAIN_BROKEN')

/**
 * Puts the newest whole backup, or nothing, into the place of a ledger that cannot be trusted. The first events of what
 * stands there now: what was done, and without a backup a pause, since nobody knows what is open.
 */
export function recovered(ground: Ground, fault: LedgerFault): readonly EngineEvent[] {
  const done = recoverLedger(ground, fault.message)
  const atMs = ground.nowMs as EpochMs
  const told: EngineEvent = {
    kind: 'ledgerRecovered',
    atMs,
    quarantined: done.quarantined,
    restored: done.restored?.file ?? null,
    events: done.restored?.head.events ?? 0,
    text: sentence(done, fault),
  }
  return done.restored === null ? [told, { kind: 'paused', atMs, origin: 'ledger' }] : [told]
}

function sentence({ quarantined, restored }: Recovered, fault: LedgerFault): string {
  const aside = `The ledger could not be trusted (${fault.message}). It lies in ${quarantined ?? 'no place: it was gone'}.`
  if (restored === null)
    return `${aside} There is no backup that is whole, so a new ledger begins and nothing is fired: look at your positions in MetaTrader, then resume.`
  const { events, hash } = restored.head
  return `${aside} The backup ${restored.file} with ${events} events (last hash ${hash.slice(0, 16)}…) took its place; what happened after it is asked of the terminal.`
}
