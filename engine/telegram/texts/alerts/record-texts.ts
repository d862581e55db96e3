/** What the record earns, and what is reported of it. Each belongs to one kind of account. */
import { BADGES } from '../../../domain/campaign/badges.ts'
import { RANKS } from '../../../domain/fire/ranks.ts'
import { count, counted, xpText } from '../../../domain/words/figures.ts'
import type { ReportName } from '../../../contracts/reports.ts'
import { html, lines, type Html } from '../html.ts'
import { head, wholeSentence } from '../parts.ts'
import { kindWords, rankWords } from '../words.ts'
import type { AlertText } from './alert-text.ts'

const REPORTS: Readonly<Record<ReportName, readonly [emoji: string, name: string]>> = {
  drill: ['📋', 'Drill report'],
  sitrep: ['🗺', 'SITREP'],
}

/** As it was told at the desk, once; its name stands in the head already. */
export const reportText: AlertText<'drillReport' | 'sitrep'> = ({ report, account, text }) => {
  const [emoji, name] = REPORTS[report]
  const said = text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text
  return {
    html: lines(head(emoji, name.toUpperCase(), `${kindWords[account]} record`), wholeSentence(said)),
    buttons: [[{ label: 'The whole report', says: report === 'drill' ? '/drill' : '/sitrep' }]],
  }
}

export const badgeText: AlertText<'badge'> = ({ badge, account, xp }) => ({
  html: lines(
    head('🎖', BADGES[badge].title, xpText(xp)),
    html`${BADGES[badge].how} Earned on the ${kindWords[account]} record.`,
  ),
})

export const rankText: AlertText<'rank'> = ({ rank, before, account, xp }) => ({
  html: lines(
    head('⭐', rankWords[rank].toUpperCase(), `${count(xp)} XP`),
    html`From ${rankWords[before]} to ${rankWords[rank]}, on the ${kindWords[account]} record.`,
    ...RANKS.filter(limits => limits.rank === rank).map(allowed),
  ),
})

function allowed({ riskPct, openTrades, shotsADay, dailyLossPct }: (typeof RANKS)[number]): Html {
  const figures = [
    `${riskPct} % risk a trade`,
    `${counted(openTrades, 'open trade')}`,
    `${counted(shotsADay, 'shot')} a day`,
    `${dailyLossPct} % loss a day`,
  ]
  return html`At most ${figures.join(', ')}.`
}
