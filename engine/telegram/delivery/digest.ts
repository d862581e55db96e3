/** Several alerts in one message. */
import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { digestReply, type DigestSpan } from '../texts/digest-reply.ts'
import { isLive } from './alert-queue.ts'
import { anErrand, type Errand } from './errand.ts'

export type Digest = Readonly<{
  why: DigestSpan['why']
  /** Names it in the ledger, as if it were an alert. */
  key: string
  alerts: readonly Alert[]
  errand: Errand
}>

/** Named one by one in a digest; of more only the number is told. */
const NAMED_MOST = 60

export type DigestTime = Readonly<{ fromMs: EpochMs; toMs: EpochMs }>

export function digestOf(why: DigestSpan['why'], alerts: readonly Alert[], time: DigestTime): Digest {
  const isLater = (a: Alert, b: Alert) => Number(isLive(b)) - Number(isLive(a)) || b.seq - a.seq
  const named = new Set(alerts.toSorted(isLater).slice(0, NAMED_MOST))
  const span: DigestSpan = { why, ...time, more: alerts.length - named.size }
  const reply = digestReply(
    alerts.filter(alert => named.has(alert)),
    span,
  )
  const throughSeq = Math.max(0, ...alerts.map(({ seq }) => seq))
  return { why, key: `${PREFIX[why]}${throughSeq}`, alerts, errand: anErrand(() => reply) }
}

const PREFIX: Readonly<Record<DigestSpan['why'], string>> = { back: 'digest:', quiet: 'quiet:' }

/** Which digest a key of the ledger names, and up to which event; null: it names an alert. */
export function digestNamed(key: string): Readonly<{ why: DigestSpan['why']; throughSeq: number }> | null {
  const [, name, seq] = /^(digest|quiet):(\d+)$/.exec(key) ?? []
  return name === undefined ? null : { why: name === 'digest' ? 'back' : 'quiet', throughSeq: Number(seq) }
}
