import type { CampaignAnswer } from '../../contracts/campaign.ts'
import type { CampaignRecord } from '../../domain/campaign/campaign-record.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import type { CampaignFlags } from './campaign-command.ts'
import { campaignText } from './campaign-text.ts'

const AWARDS = 10

export const showCampaign = (flags: CampaignFlags, context: CliContext, out: Output): Promise<Outcome> =>
  withRecord(flags, context, ({ campaign }) => {
    const campaigns = campaignsOf(campaign, flags)
    out.document({ campaigns })
    if (campaigns.length === 0) out.line('No account has been linked yet, so there is no campaign to show.')
    for (const each of campaigns) for (const line of campaignText(each)) out.line(line)
    return DONE
  })

/** Of the kind that was asked for, or of each that anything is known of. */
function campaignsOf(record: CampaignRecord, { account }: CampaignFlags): CampaignAnswer[] {
  const kinds = account === undefined ? record.accounts() : [account]
  return kinds.map(kind => record.answer({ account: kind, beforeSeq: null, limit: AWARDS }))
}
