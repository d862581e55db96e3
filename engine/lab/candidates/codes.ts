import { PlanName } from '../../contracts/model.ts'
import { PAIRS } from '../../contracts/pairs.ts'
import { RefusalCode, Regime, Session } from '../../contracts/vocabulary.ts'
import type { SetupName } from '../../domain/venom/setup.ts'

/** Words as whole numbers, so that they fit into columns: a word's code is its place here. */
export const PAIR_CODES = PAIRS
export const PLAN_CODES = PlanName.options
export const SESSION_CODES = Session.options
export const REGIME_CODES = Regime.options
export const SETUP_CODES: readonly SetupName[] = [
  'SQZ-FADE', 'RANGE-FADE', 'Z5-FADE', 'BIGBAR-FADE', 'MIDDAY-CONT', 'H1-SQZ-CONT',
] // prettier-ignore

/** How a candidate ended. `open`: the data ended first, so nobody knows; it counts nowhere. */
export const ENDINGS = ['target', 'stop', 'timeout', 'open'] as const
export type Ending = (typeof ENDINGS)[number]

/** Of a column of codes where there is no word, as before the first regime. */
export const NO_CODE = 255

export function codeOf<T extends string>(words: readonly T[], word: T | null): number {
  return word === null ? NO_CODE : words.indexOf(word)
}

/** Refusals as bits of one number, in the order of the contract. */
export function refusalBits(codes: Iterable<RefusalCode>): number {
  let bits = 0
  for (const code of codes) bits |= 1 << RefusalCode.options.indexOf(code)
  return bits >>> 0
}

export const refusalBit = (code: RefusalCode): number => refusalBits([code])

export const refusalsOf = (bits: number): readonly RefusalCode[] =>
  RefusalCode.options.filter((_, at) => (bits & (1 << at)) !== 0)
