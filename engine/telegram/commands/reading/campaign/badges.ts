import type { BadgeState } from '../../../../contracts/campaign.ts'
import { count } from '../../../../domain/words/figures.ts'
import { dateOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading } from '../parts/reading.ts'
import { KIND_WORDS } from '../parts/words.ts'

export const badges = reading({
  name: 'badges',
  aliases: ['medals'],
  does: 'The twelve badges: earned, and how far the others are',
  takes: '[KIND]',
  group: 'campaign',
  show: call =>
    withKind(call, ({ kind }) =>
      withAnswer(call, { kind: 'campaign', account: kind, beforeSeq: null, limit: 1 }, campaign => ({
        html: lines(
          html`<b>Badges</b> · ${KIND_WORDS[kind]} · ${campaign.badges.filter(({ earned }) => earned !== null).length} of ${campaign.badges.length}`,
          ...campaign.badges.map(badgeText),
        ),
        buttons: [[leadsTo('XP', `/xp ${kind}`), leadsTo('Squad', '/squad')]],
      })),
    ),
})

const badgeText = ({ title, how, n, of, earned, xp }: BadgeState): Html =>
  earned === null
    ? html`${title}: ${count(n)} of ${count(of)}, ${count(xp)} XP. <i>${how}</i>`
    : html`★ <b>${title}</b>: earned ${dateOf(earned.atMs)}, ${count(xp)} XP`
