/** Where a chat's line goes on after a restart, by what the ledger says was told. */
import type { Alert } from '../../contracts/alerts.ts'
import { digestNamed } from '../../domain/alerts/digest-key.ts'
import { isLive, type AlertQueue } from './alert-queue.ts'
import type { DigestLine } from './digest-line.ts'
import type { OwnChat } from './own-chat.ts'
import type { ToldAlerts } from './told-alerts.ts'

export type Restored = Readonly<{ queue: AlertQueue; told: ToldAlerts; digests: DigestLine }>

/** Fills them, and gives the keys of alerts that may have arrived: taken, and never heard of again. */
export function restoreAlerts(chat: OwnChat, alerts: readonly Alert[], line: Restored): ReadonlySet<string> {
  const { sent, elsewhere, settledSeq, pairedSeq } = chat
  const together = toldTogether(chat)
  const unproven = new Set<string>()
  for (const alert of alerts) {
    const { message, edition = 0 } = sent[alert.key] ?? {}
    const wasElsewhere = elsewhere.has(alert.key)
    // Told by another bot, or to the end: what a person may still act on has to stand here as well.
    if ((wasElsewhere && !isLive(alert)) || (message && alert.seq <= edition)) {
      line.told.set(alert.key, alert.seq, message ?? null)
      continue
    }
    const mayBeThere = message === null
    if (message) line.told.set(alert.key, 0, message)
    if (alert.firstSeq < pairedSeq && message === undefined) continue
    if (alert.seq <= settledSeq && !mayBeThere && !wasElsewhere) continue
    const isCollected = line.queue.noiseOf(alert) === 'digest'
    if (!message && alert.seq <= (isCollected ? together.quiet : together.back)) {
      if (isCollected || !isLive(alert)) {
        line.told.set(alert.key, alert.seq, null)
        continue
      }
    }
    line.queue.take(alert, message !== undefined)
    if (mayBeThere && line.queue.alert(alert.key)) unproven.add(alert.key)
  }
  lookForDigests(chat, line)
  return unproven
}

/** Up to which event digests have told what waited for them. */
function toldTogether({ sent, elsewhere }: OwnChat): { back: number; quiet: number } {
  const through = { back: 0, quiet: 0 }
  for (const key of [...elsewhere, ...Object.keys(sent)]) {
    const digest = digestNamed(key)
    if (digest && sent[key]?.message !== null)
      through[digest.why] = Math.max(through[digest.why], digest.throughSeq)
  }
  return through
}

/** The newest digest that was taken and never heard of again: only that one can still be on its way. */
function lookForDigests({ sent, settledSeq }: OwnChat, { queue, told, digests }: Restored): void {
  for (const [key, { message, after }] of Object.entries(sent)) {
    const digest = digestNamed(key)
    if (!digest || message !== null || digest.throughSeq <= settledSeq) continue
    const waiting = digest.why === 'quiet' ? queue.collected() : queue.untold(told.isThere)
    digests.mayBeThere(
      digest.why,
      waiting.filter(({ seq }) => seq <= digest.throughSeq),
      after,
    )
  }
}
