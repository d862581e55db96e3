/** Cases by seed, tried many at a time; what is found comes with the seed that makes it again. */
import type { Readers } from '../readers.ts'
import { CASE_KINDS, makeCase, type Case, type CaseKind, type Golden } from './cases.ts'
import { Chance } from './chance.ts'

type Asked = Pick<Readers, 'askAll'>

export type Finding = Readonly<{
  seed: number
  kind: CaseKind
  expected: string
  lines: readonly string[]
  told: readonly string[]
}>

export const kindOf = (seed: number): CaseKind => CASE_KINDS[seed % CASE_KINDS.length] ?? 'json'

export const caseOf = (seed: number, golden: Golden): Case =>
  makeCase(kindOf(seed), new Chance(seed * 2_654_435_761), golden)

/** Tries the cases of `count` seeds from `first` on. */
export function runBatch(readers: Asked, golden: Golden, first: number, count: number): Finding[] {
  const cases = Array.from({ length: count }, (_, at) => caseOf(first + at, golden))
  const answers = readers.askAll(cases.flatMap(({ lines }) => lines))
  const findings: Finding[] = []
  let at = 0
  for (const [index, { lines, judge }] of cases.entries()) {
    const told = answers.slice(at, at + lines.length)
    at += lines.length
    const expected = told.length === lines.length ? judge(told) : 'an answer to every line'
    const seed = first + index
    if (expected !== null) findings.push({ seed, kind: kindOf(seed), expected, lines, told })
  }
  return findings
}
