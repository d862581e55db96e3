import type { AwardEntry, AwardsPage, CampaignAnswer, CampaignQuery } from '../../contracts/campaign.ts'
import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { AWARD_WORDS } from './award.ts'
import { newCampaign } from './campaign-book.ts'
import { statesOf } from './campaign-states.ts'
import { takeFact } from './campaign.ts'
import { addXp } from './xp.ts'

type Told = { xp: number; readonly awards: AwardEntry[] }

/** The campaign as the record has it: badges, days and challenges out of facts; XP out of what the ledger has told. */
export class CampaignRecord {
  readonly #campaign = newCampaign()
  readonly #told = new Map<AccountKind, Told>()

  take({ seq, event }: StoredEvent): void {
    takeFact(this.#campaign, event)
    if (event.kind === 'xpAwarded') this.#tell(seq, event)
  }

  answer({ account, beforeSeq, limit }: Omit<CampaignQuery, 'kind'>): CampaignAnswer {
    const { xp, awards } = this.#told.get(account) ?? { xp: 0, awards: [] }
    return { ...statesOf(this.#campaign, account, xp), awards: pageOf(awards, beforeSeq, limit) }
  }

  /** Kinds of account that anything is known of. */
  accounts(): readonly AccountKind[] {
    return [...new Set([...this.#campaign.kinds.keys(), ...this.#told.keys()])]
  }

  #tell(seq: number, event: EventOf<'xpAwarded'>): void {
    const { account, atMs, reason, xp, order, text = AWARD_WORDS[reason] } = event
    const told = this.#told.get(account) ?? { xp: 0, awards: [] }
    this.#told.set(account, told)
    told.xp = addXp(told.xp, xp)
    told.awards.push({ seq, atMs, reason, xp, order, text })
  }
}

/** Awards are in the order of the ledger. */
function pageOf(awards: readonly AwardEntry[], beforeSeq: number | null, limit: number): AwardsPage {
  let end = awards.length
  if (beforeSeq !== null) while (end > 0 && (awards[end - 1]?.seq ?? 0) >= beforeSeq) end--
  const from = Math.max(0, end - limit)
  const entries = awards.slice(from, end).reverse()
  return { entries, nextBeforeSeq: from > 0 ? (awards[from]?.seq ?? null) : null, total: awards.length }
}
