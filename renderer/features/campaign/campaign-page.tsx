import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { campaignCopy } from '../../copy/campaign.ts'
import { useView, useViewState } from '../../stores/desk-context.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { AwardsLog } from './awards-log.tsx'
import { BadgeWall } from './badge-wall.tsx'
import { Challenges } from './challenges.tsx'
import { RankLadder } from './rank-ladder.tsx'
import { StreakCalendar } from './streak-calendar.tsx'
import { useCampaign } from './use-campaign.ts'
import * as css from './campaign-page.css.ts'

/** What discipline has earned on this kind of account: ranks, badges, the challenges of now, the streak and every award. */
export function CampaignPage() {
  const hasView = useViewState(({ view }) => view !== null)
  return hasView ? <CampaignNow /> : <Waiting>{null}</Waiting>
}

function CampaignNow() {
  const kind = useView(view => view.kind)
  if (kind !== null) return <CampaignOf key={kind} kind={kind} />
  return (
    <Waiting>
      <PanelMessage tone="empty" text={campaignCopy.unlinked} next={campaignCopy.unlinkedNext} />
    </Waiting>
  )
}

function CampaignOf({ kind }: Readonly<{ kind: AccountKind }>) {
  const { value, problem, read, beforeSeq, turnTo } = useCampaign(kind)
  if (value === null)
    return (
      <Waiting>
        <NotRead words={campaignCopy} problem={problem} read={read} />
      </Waiting>
    )
  return (
    <div className={css.page}>
      <RankLadder campaign={value} />
      <div className={css.middle}>
        <BadgeWall badges={value.badges} isOld={problem !== null} />
        <StreakCalendar streak={value.streak} />
      </div>
      <div className={css.side}>
        <Challenges challenges={value.challenges} />
        <AwardsLog awards={value.awards} isNewest={beforeSeq === null} turnTo={turnTo} />
      </div>
    </div>
  )
}

function Waiting({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <div className={css.alone}>
      <Panel title={campaignCopy.title} source="ledger" bare>
        {children}
      </Panel>
    </div>
  )
}
