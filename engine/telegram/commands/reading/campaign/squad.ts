import type { BoardLine, BoardRecruit, SquadBoard } from '../../../../contracts/squad-desk.ts'
import { counted, inR, money } from '../../../../domain/words/figures.ts'
import { percent } from '../../../../domain/words/measured.ts'
import { dateOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { rankWords } from '../../../texts/words.ts'
import { withAnswer } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'

const MOST = 15

export const squad = reading({
  name: 'squad',
  aliases: ['recruit'],
  does: 'Your squad: who reported what, as they signed it',
  group: 'campaign',
  show: call => withAnswer(call, { kind: 'squad' }, squadPage),
})

function squadPage({ me, recruits, leader }: SquadBoard): Page {
  return {
    html: lines(
      html`<b>Squad</b>: ${counted(recruits.length, 'recruit')}`,
      me === null
        ? 'You have no call-sign yet: it is taken on the page Squad of the window, or with bitten squad me --call-sign NAME.'
        : html`You are <b>${me.callSign}</b>, and show ${me.privacy}.`,
      leader === null ? null : html`Your leader is <b>${leader.callSign}</b>.`,
      recruits.length === 0
        ? 'Nobody has enlisted with you. An invitation is made in the window, or with bitten squad invite.'
        : 'What they report is their own word, signed with their key.',
      ...recruits.slice(0, MOST).map(recruitText),
      recruits.length > MOST ? `and ${recruits.length - MOST} more.` : null,
    ),
    buttons: [[leadsTo('XP', '/xp'), leadsTo('Badges', '/badges')]],
  }
}

function recruitText({ callSign, last }: BoardRecruit): Html {
  if (last === null) return html`\n<b>${callSign}</b>: no report yet`
  const traded = last.lines.length === 0 ? ['nothing traded'] : last.lines.map(lineText)
  return html`\n<b>${callSign}</b>, week of ${dateOf(last.weekMs)}\n${traded.join('\n')}`
}

function lineText({ account, rank, results, money: paid, winRate }: BoardLine): string {
  const share = winRate && `won ${percent(winRate.value)} [${percent(winRate.low)}, ${percent(winRate.high)}]`
  return [
    account === 'simulated' ? 'SIMULATED' : account,
    rankWords[rank],
    ...(results ? [`${inR(results.r)} of ${counted(results.trades, 'trade')}`] : []),
    ...(share ? [share] : []),
    ...(paid ? [`${money(paid.netCents)} ${paid.currency}`] : []),
  ].join(', ')
}
