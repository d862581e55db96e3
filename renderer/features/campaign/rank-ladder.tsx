import type { CampaignAnswer, RankLimits } from '../../../engine/contracts/campaign.ts'
import { identityCopy } from '../../copy/command-bar.ts'
import { campaignCopy, ranksCopy } from '../../copy/campaign.ts'
import { rankWords } from '../../copy/words.ts'
import { number } from '../../theme/type.css.ts'
import { countText, fixed } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import { RankBadge } from '../../ui/rank-badge.tsx'
import { XpBar } from '../../ui/xp-bar.tsx'
import * as css from './rank-ladder.css.ts'

type Props = Readonly<{ campaign: CampaignAnswer }>

/** Five ranks, the highest on top, and what each allows. */
export function RankLadder({ campaign }: Props) {
  const steps = campaign.ranks.toReversed()
  return (
    <Panel title={ranksCopy.title} source="ledger" aside={ranksCopy.aside} className={css.panel} bare>
      <ol className={css.ladder} tabIndex={0} aria-label={ranksCopy.title}>
        {steps.map(step => (
          <Step key={step.rank} step={step} campaign={campaign} />
        ))}
      </ol>
    </Panel>
  )
}

function Step({ step, campaign }: Props & Readonly<{ step: RankLimits }>) {
  const { name, callSign } = rankWords[step.rank]
  const isHere = step.rank === campaign.rank
  const is = isHere ? 'here' : step.xp < campaign.xp ? 'reached' : 'ahead'
  return (
    <li className={css.step[is]} aria-current={isHere ? 'step' : undefined}>
      <div className={css.emblem}>
        <RankBadge rank={step.rank} title={identityCopy.badge(step.rank)} />
      </div>
      <div className={css.words}>
        <p className={css.callSign}>{callSign}</p>
        <p className={css.head}>
          <span className={css.name}>{name}</span>
          <span className={`${number} ${css.from}`}>{ranksCopy.from(countText(step.xp))}</span>
        </p>
        <Allowed step={step} />
        {isHere && <Way campaign={campaign} />}
      </div>
    </li>
  )
}

function Allowed({ step }: Readonly<{ step: RankLimits }>) {
  const facts = [
    [ranksCopy.risk, `${fixed(step.riskPct, 1)} %`],
    [ranksCopy.open, countText(step.openTrades)],
    [ranksCopy.shots, countText(step.shotsADay)],
    [ranksCopy.stop, `${fixed(step.dailyLossPct, 0)} %`],
  ] as const
  return (
    <>
      <dl className={css.facts}>
        {facts.map(([{ short, meaning }, value]) => (
          <div key={short} className={css.fact} title={meaning}>
            <dt className={css.what}>{short}</dt>
            <dd className={`${number} ${css.value}`}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.modes}>
        {ranksCopy.auto[step.auto]}
        {step.severalTerminals && ` · ${ranksCopy.several}`}
      </p>
    </>
  )
}

function Way({ campaign }: Props) {
  const { xp, rankXp, nextRankXp, account } = campaign
  const toGo = nextRankXp === null ? identityCopy.top : ranksCopy.toGo(countText(nextRankXp - xp))
  return (
    <div className={css.way}>
      <p className={css.wayLine}>
        <span className={`${number} ${css.xp}`}>{identityCopy.xp(countText(xp))}</span>
        <span className={css.toGo}>{toGo}</span>
      </p>
      <XpBar xp={xp} rankXp={rankXp} nextRankXp={nextRankXp} goal={toGo} look="full" />
      {account === 'simulated' && <p className={css.practice}>{campaignCopy.practice}</p>}
    </div>
  )
}
