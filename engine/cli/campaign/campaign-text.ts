/** The campaign for a trader at a terminal window: where they stand, what they have earned, what today asks. */
import type { AwardEntry, BadgeState, CampaignAnswer, ChallengeState } from '../../contracts/campaign.ts'
import { count, counted, minuteOf } from '../text.ts'

const STATES: Readonly<Record<ChallengeState['is'], string>> = {
  open: 'open',
  kept: 'kept so far',
  met: 'met',
  missed: 'missed',
}

export function campaignText(campaign: CampaignAnswer): readonly string[] {
  const { account, rank, xp, nextRank, nextRankXp, badges, streak, challenges, awards } = campaign
  const next =
    nextRank === null || nextRankXp === null
      ? 'the highest rank'
      : `${count(nextRankXp - xp)} XP to ${nextRank}`
  const earned = badges.filter(badge => badge.earned !== null).length
  const practice = account === 'simulated' ? '; simulated money pays a tenth' : ''
  return [
    `Campaign, ${account}: ${rank}, ${count(xp)} XP, ${next}${practice}`,
    `Streak: ${counted(streak.days, 'day')} kept, at best ${streak.best}. Missed days are forgiven; a broken one ends it.`,
    '',
    `Badges, ${earned} of ${badges.length}`,
    ...badges.map(badgeLine),
    '',
    ...challengeLines(challenges),
    `Awards, ${count(awards.total)}`,
    ...(awards.total === 0 ? ['  none yet'] : awards.entries.map(awardLine)),
    '',
  ]
}

function badgeLine({ title, how, xp, n, of, earned }: BadgeState): string {
  const at = earned ? `earned ${minuteOf(earned.atMs)} UTC` : `${count(n)} of ${of}`
  return `  ${title.padEnd(18)}${at.padEnd(30)}${`${xp} XP`.padStart(8)}  ${how}`
}

function challengeLines({ day, today, week }: CampaignAnswer['challenges']): readonly string[] {
  if (day === null) return []
  return [
    `Challenges, trading day ${day}`,
    ...today.map(challengeLine),
    ...(week ? [`This week`, challengeLine(week)] : []),
    '',
  ]
}

const challengeLine = ({ is, text, n, of, xp }: ChallengeState): string =>
  `  ${`${STATES[is]}, ${n} of ${of}`.padEnd(22)}${`${xp} XP`.padStart(6)}  ${text}`

const awardLine = ({ atMs, xp, text }: AwardEntry): string =>
  `  ${minuteOf(atMs)} UTC ${(xp < 0 ? `−${-xp}` : `+${xp}`).padStart(6)} XP  ${text}`
