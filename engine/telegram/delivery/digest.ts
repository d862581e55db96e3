/** Several alerts in one message. */
import type { Alert } from '../../contracts/alerts.ts'
import { digestKey, type DigestWhy } from '../../domain/alerts/digest-key.ts'
import { isOver } from '../texts/alerts/mission-stage.ts'
import { standingKeys } from '../texts/digest-items.ts'
import { digestReply, type DigestSpan } from '../texts/digest-reply.ts'
import { isLive } from './alert-queue.ts'
import { anErrand, type Errand } from './errand.ts'

export type Digest = Readonly<{
  why: DigestWhy
  /** Names it in the ledger, as if it were an alert. */
  key: string
  alerts: readonly Alert[]
  errand: Errand
}>

/** Named one by one in a digest; of more only the number is told. */
const NAMED_MOST = 60

export type DigestTime = Pick<DigestSpan, 'fromMs' | 'toMs' | 'currency'>

export function digestOf(why: DigestWhy, alerts: readonly Alert[], time: DigestTime): Digest {
  const standing = standingKeys(alerts)
  const weight = (alert: Alert) => (isLive(alert) ? 2 : Number(standing.has(alert.key) || stillTrue(alert)))
  // What still is true goes before what is over, however old it is.
  const isLater = (a: Alert, b: Alert) => weight(b) - weight(a) || b.seq - a.seq
  const named = new Set(alerts.toSorted(isLater).slice(0, NAMED_MOST))
  const span: DigestSpan = { why, ...time, more: alerts.length - named.size }
  const reply = digestReply(
    alerts.filter(alert => named.has(alert)),
    span,
  )
  const throughSeq = Math.max(0, ...alerts.map(({ seq }) => seq))
  return { why, key: digestKey(why, throughSeq), alerts, errand: anErrand(() => reply) }
}

function stillTrue({ fact }: Alert): boolean {
  if (fact.kind === 'link') return fact.backMs === null
  return fact.kind === 'mission' && !isOver(fact.course)
}
