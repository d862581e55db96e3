import type { AwardEntry, CampaignAnswer, ChallengeState } from '../../../../contracts/campaign.ts'
import { count, counted, xpText } from '../../../../domain/words/figures.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { rankWords } from '../../../texts/words.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { KIND_WORDS } from '../parts/words.ts'

const AWARDS = 5

const STATES: Readonly<Record<ChallengeState['is'], string>> = {
  open: 'open',
  kept: 'kept so far',
  met: 'met',
  missed: 'missed',
}

export const xp = reading({
  name: 'xp',
  aliases: ['rank'],
  does: 'Rank and XP, what the next rank needs, challenges, and the last awards',
  takes: '[KIND]',
  group: 'campaign',
  show: call =>
    withKind(call, ({ kind }) =>
      withAnswer(call, { kind: 'campaign', account: kind, beforeSeq: null, limit: AWARDS }, xpPage),
    ),
})

function xpPage({
  account,
  rank,
  xp: has,
  nextRank,
  nextRankXp,
  streak,
  challenges,
  awards,
  badges,
}: CampaignAnswer): Page {
  const earned = badges.filter(badge => badge.earned !== null).length
  return {
    html: lines(
      html`<b>${rankWords[rank]}, ${count(has)} XP</b> · ${KIND_WORDS[account]}`,
      nextRank === null || nextRankXp === null
        ? 'The highest rank.'
        : `${rankWords[nextRank]} at ${count(nextRankXp)} XP`,
      account === 'simulated' ? 'Simulated money pays a tenth, and its XP are never added to others.' : null,
      `Streak ${counted(streak.days, 'day')}, at best ${streak.best} · badges ${earned} of ${badges.length}`,
      challenges.today.length === 0 && challenges.week === null ? null : html`\n<b>Challenges</b>`,
      ...challenges.today.map(challengeLine),
      challenges.week === null ? null : challengeLine(challenges.week),
      html`\n<b>Awards</b>, ${count(awards.total)}`,
      ...(awards.total === 0
        ? [
            'None yet: XP is paid for trades closed by plan, for notes with a lesson, and for days inside the limits.',
          ]
        : awards.entries.map(awardLine)),
    ),
    buttons: [[leadsTo('Badges', `/badges ${account}`), leadsTo('Squad', '/squad')]],
  }
}

const challengeLine = ({ is, text, n, of, xp: pays }: ChallengeState): Html =>
  html`${text} <b>${STATES[is]}</b>, ${n} of ${of}, ${pays} XP`

const awardLine = ({ atMs, xp: paid, text }: AwardEntry): Html =>
  html`${minuteOf(atMs)} <b>${xpText(paid)}</b> ${text}`
