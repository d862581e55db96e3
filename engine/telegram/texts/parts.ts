/** The parts that messages are made of. */
import type { Button } from '../reply.ts'
import { html, oneLine, type Html } from './html.ts'

/** Columns that a phone shows of a block of fixed width before it wraps. */
export const COLUMNS = 32

/** They may always be pressed: they change nothing. */
export const STATUS: Button = { label: 'Status', says: '/status' }
export const POSITIONS: Button = { label: 'Positions', says: '/positions' }

/** One emoji, one bold line: what a notification shows of the message. */
export const head = (emoji: string, ...words: readonly string[]): Html =>
  html`${emoji} <b>${words.filter(word => word !== '').join(' · ')}</b>`

/** Label, figure, and what is said beside it. */
export type Row = readonly [label: string, figure: string, aside?: string]

/** Lines of figures below one another: labels to the left, what is beside them to the right. */
export function table(rows: readonly Row[]): Html {
  const beside = rows.filter(([, , aside = '']) => aside !== '')
  const labels = widest(rows.map(([label]) => label))
  const figures = widest(beside.map(([, figure]) => figure))
  const asides = widest(beside.map(([, , aside = '']) => aside))
  const room = Math.min(
    Math.floor((COLUMNS - labels - figures - asides) / 2),
    COLUMNS - labels - widest(rows.map(([, figure]) => figure)),
  )
  const gap = ' '.repeat(Math.max(1, Math.min(3, room)))
  const written = rows.map(([label, figure, aside = '']) => {
    const left = label.padEnd(labels) + gap
    return left + (aside === '' ? figure : figure.padEnd(figures) + gap + aside.padStart(asides))
  })
  return html`<pre>${written.join('\n')}</pre>`
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

/** An alert is one message whatever others have to say, so that it can be changed: of more than this, the rest is left out. */
const MOST_SAID = 400

/** A label in bold with its words behind it. */
export const labelled = (label: string, words: string): Html =>
  html`<b>${label}</b> ${oneLine(words, MOST_SAID)}`

/** What was said by somebody else, as the end of a sentence. */
export function sentence(words: string): string {
  const said = oneLine(words, MOST_SAID)
  return said === '' || /[.!?…]$/.test(said) ? said : `${said}.`
}

/** The same as a whole one. */
export const wholeSentence = (words: string): string => capital(sentence(words))

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
