import { PAIRS } from '../../../../contracts/pairs.ts'
import { Regime } from '../../../../contracts/vocabulary.ts'
import type { RegimeRow, WarRoomView } from '../../../../contracts/views.ts'
import { chance } from '../../../../domain/words/measured.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import type { Button } from '../../../reply.ts'
import { html, lines } from '../../../texts/html.ts'
import { regimeWords } from '../../../texts/words.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { table } from '../parts/table.ts'
import { pairOfWord } from './pair-word.ts'

export const regime = reading({
  name: 'regime',
  aliases: ['regimes', 'marketdir'],
  does: 'What kind of market each pair is in, or one pair with its figures',
  takes: '[PAIR]',
  group: 'market',
  show: call => {
    const [word] = call.words
    if (word === undefined) return withView(call, allPage)
    const pair = pairOfWord(word)
    if (pair === null)
      return {
        isWrong: true,
        html: html`“${word.slice(0, 40)}” is none of the desk’s pairs: ${PAIRS.join(', ')}.`,
      }
    return withView(call, ({ regimes }) => onePage(regimes[pair] ?? null, pair))
  },
})

function allPage({ regimes, links }: WarRoomView): Page {
  const rows = PAIRS.flatMap(pair => regimes[pair] ?? [])
  if (rows.length === 0)
    return {
      html: lines(html`<b>Regime</b>`, links.length === 0 ? NO_TERMINAL : NOTHING_YET),
      buttons: AROUND,
    }
  return {
    html: lines(
      html`<b>Regime</b> by pair`,
      table(['left', 'left', 'right'], rows.map(rowOf)),
      'The share is how likely the regime is, by its own figures.',
    ),
    buttons: [...buttonsOf(rows), ...AROUND],
  }
}

const NO_TERMINAL = 'No terminal is linked, so there is no market to read. /link says what to do.'
const NOTHING_YET = 'The terminal has told no history yet.'
const AROUND = [[leadsTo('Pairs', '/pairs'), leadsTo('News', '/news')]]

const rowOf = ({ pair, regime: is, probability, missing }: RegimeRow): string[] =>
  is === null
    ? [pair, missing === null ? 'not known' : 'too little data', '']
    : [pair, regimeWords[is], chance(probability)]

const buttonsOf = (rows: readonly RegimeRow[]): Button[][] => {
  const buttons = rows.map(({ pair }) => leadsTo(pair, `/regime ${pair}`))
  return Array.from({ length: Math.ceil(buttons.length / 3) }, (_, row) =>
    buttons.slice(3 * row, 3 * row + 3),
  )
}

function onePage(row: RegimeRow | null, pair: string): Page {
  const buttons = [[leadsTo('All pairs', '/regime'), leadsTo('Pairs', '/pairs')]]
  if (row === null)
    return { html: lines(html`<b>${pair}</b>`, 'The terminal has told nothing of this pair.'), buttons }
  const { regime: is, probability, missing, figures, sinceMs } = row
  return {
    html: lines(
      html`<b>${pair}</b>: ${is === null ? 'not enough data' : regimeWords[is]}${is === null || probability === null ? '' : `, ${chance(probability)}`}`,
      missing === null ? null : `It waits for ${missing}.`,
      sinceMs === null ? null : `Since ${minuteOf(sinceMs)} UTC`,
      ...figures.map(({ name, value }) => `${inWords(name)}: ${figure(value)}`),
    ),
    buttons,
  }
}

/** Figures are named by what they measure, and some by a regime's code. */
const inWords = (name: string): string =>
  Regime.options.reduce((text, code) => text.replace(code, `“${regimeWords[code]}”`), name)

const figure = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1)
