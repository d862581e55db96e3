import { PAIRS, type Pair } from '../../../../contracts/pairs.ts'
import {
  MOST_OPEN,
  type ChartFacts,
  type ChartPictureQuery,
  type OpenLevels,
} from '../../../../contracts/pictures.ts'
import { LotsText, PriceText, TerminalId, Ticket } from '../../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../../contracts/views.ts'
import type { PositionView } from '../../../../contracts/open-trade-views.ts'
import { textFromPoints } from '../../../../domain/market/price.ts'
import { counted } from '../../../../domain/words/figures.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import type { Button } from '../../../reply.ts'
import { drillLine } from '../../../texts/alerts/mission-text.ts'
import { planRows } from '../../../texts/alerts/levels.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { table } from '../../../texts/parts.ts'
import { pairSide } from '../../../texts/words.ts'
import { pairOfWord } from '../market/pair-word.ts'
import { findMission, missionNotKnown } from '../missions/mission-id.ts'
import { engineDown, withAnswer } from '../parts/ask.ts'
import { reading, type Page, type ReadingCall } from '../parts/reading.ts'
import { KIND_WORDS, shownLink, SIDE_WORDS } from '../parts/words.ts'

export const chart = reading({
  name: 'chart',
  does: 'A picture of a pair: its candles, sessions and last price, what is open there, or what a mission plans',
  takes: '[PAIR] [MISSION]',
  group: 'market',
  show: async call => {
    const answer = await call.desk.view()
    const view = answer.is === 'answer' ? answer.value : null
    const pair = call.words.map(pairOfWord).find(known => known !== null) ?? null
    const word = call.words.find(each => pairOfWord(each) === null)
    if (word !== undefined) {
      const mission = await findMission(call, word, view)
      if (mission !== null) return chartPage(call, { is: 'mission', mission }, view)
      return pair === null && word.length < 8 ? noPair(word) : missionNotKnown(word)
    }
    if (pair === null) return choice()
    return view === null
      ? engineDown(answer.is === 'failed' ? answer.text : '')
      : marketPage(call, pair, view)
  },
})

/** Not in the place of this message, since a picture comes as a message of its own. */
const chartOf = (pair: Pair): Button => ({ label: pair, says: `/chart ${pair}` })

const choice = (): Page => ({
  html: html`Of which pair?`,
  buttons: Array.from({ length: Math.ceil(PAIRS.length / 3) }, (_, row) =>
    PAIRS.slice(3 * row, 3 * row + 3).map(chartOf),
  ),
})

const noPair = (word: string): Page => ({
  isWrong: true,
  html: html`“${word}” is none of the desk’s pairs, and not the id of a mission. The pairs: ${PAIRS.join(', ')}.`,
})

function marketPage(call: ReadingCall, pair: Pair, view: WarRoomView): Page | Promise<Page> {
  const link = shownLink(view)
  if (link === null)
    return { html: html`No terminal is linked, so there is no market to draw. /link says what to do.` }
  return chartPage(
    call,
    {
      is: 'market',
      pair,
      terminal: TerminalId.parse(link.terminal),
      account: link.kind,
      open: openAt(view, pair, link.terminal).slice(0, MOST_OPEN).map(levelsOf),
    },
    view,
  )
}

const openAt = ({ positions }: WarRoomView, pair: Pair, at: string): readonly PositionView[] =>
  positions.filter(position => position.pair === pair && position.terminal === at)

const levelsOf = ({ position, side, lots, open, stop, target }: PositionView): OpenLevels => ({
  position: Ticket.parse(position),
  side,
  lots: LotsText.parse(lots),
  open: PriceText.parse(open),
  stop: stop === null ? null : PriceText.parse(stop),
  target: target === null ? null : PriceText.parse(target),
})

const chartPage = (call: ReadingCall, of: ChartPictureQuery['of'], view: WarRoomView | null): Promise<Page> =>
  withAnswer(call, { kind: 'chartPicture', of, clock: clockOf(view) }, answer =>
    answer.is === 'nothing'
      ? { html: lines(answer.text) }
      : {
          html: captionOf(answer.facts, view),
          picture: { png: answer.png, name: `${answer.facts.pair}.png` },
          buttons: [buttonsOf(answer.facts)],
        },
  )

/** The market's time at the terminal that is shown. */
function clockOf(view: WarRoomView | null): ChartPictureQuery['clock'] {
  if (view === null || view.shown === null || view.marketMs === null) return null
  return { terminal: TerminalId.parse(view.shown), marketMs: view.marketMs }
}

function captionOf(facts: ChartFacts, view: WarRoomView | null): Html {
  const { pair, account, candles, frameMinutes, last, plan, digits } = facts
  return lines(
    html`<b>${plan === null ? pair : pairSide(plan)}</b> · ${KIND_WORDS[account]}`,
    plan === null ? null : drillLine(plan),
    plan === null ? null : table(planRows(plan)),
    ...facts.open.map(openLine),
    leftOutLine(facts, view),
    `${counted(candles, 'bar')} of ${frameMinutes} min, to ${minuteOf(last.closedMs)} UTC at ${textFromPoints(last.price, digits)}`,
    nowLine(facts, view),
  )
}

const openLine = ({ position, side, lots, open, stop, target }: OpenLevels): Html =>
  html`<b>Open ${SIDE_WORDS[side]} ${lots}</b> #${position} from ${open}, stop ${stop ?? 'NONE'}, target ${target ?? 'none'}`

function leftOutLine({ pair, terminal, plan, open }: ChartFacts, view: WarRoomView | null): string | null {
  if (plan !== null || view === null) return null
  const left = openAt(view, pair, terminal).length - open.length
  return left > 0 ? `${counted(left, 'more position')} open there, not drawn: /positions` : null
}

/** The picture ends with the newest minute that is over. */
function nowLine({ pair, terminal }: ChartFacts, view: WarRoomView | null): string | null {
  const row = view?.shown === terminal ? view.prices[pair] : undefined
  if (row === undefined) return null
  return `Now ${row.bid} bid, ${row.ask} ask${row.stale ? ', STALE' : ''}`
}

const buttonsOf = ({ pair, plan }: ChartFacts): Button[] => [
  ...(plan === null ? [] : [{ label: 'Mission', says: `/mission ${plan.id}` }]),
  { label: 'Regime', says: `/regime ${pair}` },
  { label: 'Positions', says: '/positions' },
]
