import type { LessonQuestion } from '../../contracts/lessons.ts'

/** With the answer to it, and why that is the answer. */
export type Question = LessonQuestion & Readonly<{ right: string; because: string }>

type Parts = Readonly<{
  asked: string
  right: string
  because: string
  /** Answers that a usual slip leads to; those that happen to be right are left out. */
  slips: readonly string[]
}>

/** At most four choices, in the order of their text, so that their place says nothing about which is right. */
function question(of: Question['of'], from: string, { asked, right, because, slips }: Parts): Question {
  const wrong = [...new Set(slips)].filter(slip => slip !== right).slice(0, 3)
  const choices = [right, ...wrong].toSorted(byFigure)
  return { asked, of, from, choices, right, because }
}

export const ownQuestion = (trades: number, parts: Parts): Question =>
  question('own', `Your own record: ${lastOf(trades)} of this kind of account.`, parts)

export const exampleQuestion = (why: string, parts: Parts): Question =>
  question('example', `A made-up example: ${why}`, parts)

const lastOf = (trades: number): string =>
  trades === 1 ? 'the last closed trade' : `the last ${trades} closed trades`

/** Why a question is not about the trader's own trades yet. */
export const tooFew = (trades: number, enough: number): string =>
  `your own record has ${trades} of the ${enough} closed trades that it takes.`

/** Figures by their value, anything else as it is written. */
function byFigure(a: string, b: string): number {
  const [left, right] = [figureOf(a), figureOf(b)]
  return Number.isNaN(left) || Number.isNaN(right) || left === right ? (a < b ? -1 : 1) : left - right
}

const figureOf = (text: string): number => Number.parseFloat(text.replace('−', '-').replace('+', ''))
