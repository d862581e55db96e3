/** Where a chat's line goes on after a restart, by what the ledger says was told. */
import type { Alert } from '../../contracts/alerts.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import { isLive, type AlertQueue } from './alert-queue.ts'
import type { DigestLine } from './digest-line.ts'
import { digestNamed } from './digest.ts'
import type { ToldMessages } from './told-messages.ts'

export type Restored = Readonly<{ queue: AlertQueue; messages: ToldMessages; digests: DigestLine }>

/** Fills them, and gives the keys of alerts that may have arrived: taken, and never heard of again. */
export function restoreAlerts(
  chat: PairedChat,
  alerts: readonly Alert[],
  line: Restored,
): ReadonlySet<string> {
  const { sent, settledSeq, pairedMs } = chat
  const told = toldTogether(chat)
  const unproven = new Set<string>()
  for (const alert of alerts) {
    const message = sent[alert.key]?.message
    const mayBeThere = message === null
    if (message) line.messages.set(alert.key, message)
    if (alert.wallMs < pairedMs && message === undefined) continue
    if (alert.seq <= settledSeq && !mayBeThere) continue
    const isCollected = line.queue.noiseOf(alert) === 'digest'
    if (!message && !mayBeThere && alert.seq <= (isCollected ? told.quiet : told.back)) {
      if (isCollected || !isLive(alert)) continue
    }
    line.queue.take(alert, message !== undefined)
    if (mayBeThere && line.queue.alert(alert.key)) unproven.add(alert.key)
  }
  lookForDigests(chat, line)
  return unproven
}

/** Up to which event digests have told what waited for them. */
function toldTogether({ sent }: PairedChat): { back: number; quiet: number } {
  const through = { back: 0, quiet: 0 }
  for (const [key, { message }] of Object.entries(sent)) {
    const digest = digestNamed(key)
    if (digest && message !== null) through[digest.why] = Math.max(through[digest.why], digest.throughSeq)
  }
  return through
}

/** The newest digest that was taken and never heard of again: only that one can still be on its way. */
function lookForDigests({ sent, settledSeq }: PairedChat, { queue, messages, digests }: Restored): void {
  for (const [key, { message, after }] of Object.entries(sent)) {
    const digest = digestNamed(key)
    if (!digest || message !== null || digest.throughSeq <= settledSeq) continue
    const waiting = digest.why === 'quiet' ? queue.collected() : queue.untold(messages.has)
    digests.mayBeThere(
      digest.why,
      waiting.filter(({ seq }) => seq <= digest.throughSeq),
      after,
    )
  }
}
