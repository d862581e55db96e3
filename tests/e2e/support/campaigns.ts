/** Campaigns as the archive answers them, of days that a test writes down. */
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import type { EngineEvent } from '../../../engine/contracts/events.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { CampaignRecord } from '../../../engine/domain/campaign/campaign-record.ts'
import { newCampaign } from '../../../engine/domain/campaign/campaign-book.ts'
import { dueAwards, takeFact } from '../../../engine/domain/campaign/campaign.ts'
import { CampaignStream } from '../../../engine/testkit/campaign-stream.ts'

const AWARDS = 60

/** What the ledger tells of these facts, each followed by what it earns. */
function answerTo({ events, account }: CampaignStream): QueryAnswer<'campaign'> {
  const record = new CampaignRecord()
  const engine = newCampaign()
  let seq = 0
  const store = (event: EngineEvent): void => {
    takeFact(engine, event)
    record.take({ seq: ++seq, wallMs: event.atMs, event, hash: '' })
  }
  for (const event of events) {
    store(event)
    for (const award of dueAwards(engine)) store({ kind: 'xpAwarded', ...award })
  }
  return { is: 'answer', value: record.answer({ account, beforeSeq: null, limit: AWARDS }) }
}

/** Some weeks of a trader who mostly keeps to the plan, to the middle of a Wednesday. */
export function someWeeks(account: AccountKind): QueryAnswer<'campaign'> {
  const stream = new CampaignStream(1, account)
  for (let day = -49; day <= 2; day++) {
    const weekday = (((day % 7) + 7) % 7) + 1
    if (weekday > 5 || day % 11 === 0) continue
    stream.day(day)
    if (day % 3 === 0) stream.issue().decline('too close to the close', 'FRESH')
    for (let trade = 0; trade < 2; trade++) {
      stream
        .issue()
        .shoot(trade === 0 ? 'FRESH' : 'VALID')
        .depth(trade * 0.6)
      if ((day + trade) % 4 === 0) stream.close({ netCents: -1_000, reason: 'stop', ofTarget: -0.5 })
      else stream.close({ netCents: 1_400, r: 1.4 })
      if (day % 5 !== 1) stream.debrief()
    }
    if (day % 4 === 0) stream.journal(100 + day)
    if (day === -12 || day === -33) stream.tryLimit()
  }
  return answerTo(stream)
}

/** A linked account of which nothing is known but its first day. */
export const firstDay = (account: AccountKind): QueryAnswer<'campaign'> =>
  answerTo(new CampaignStream(1, account).day(0))
