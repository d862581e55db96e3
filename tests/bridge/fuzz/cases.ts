/** A case: lines for the program, and what is wrong with its answers. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { goldenSession } from '../../../engine/wire/fixtures/golden-frames.ts'
import { hex } from '../readers.ts'
import type { Chance } from './chance.ts'
import { commandCase } from './command-cases.ts'
import { jsonCase } from './json-cases.ts'
import { expectedJson, isSameJson } from './json-oracle.ts'
import { sessionCase } from './session-cases.ts'
import { pieces, zmtpCase } from './zmtp-cases.ts'
import { expectedZmtp, toldZmtp } from './zmtp-oracle.ts'

export type Case = Readonly<{
  lines: readonly string[]
  /** Null when the answers are right, otherwise what was expected. */
  judge(answers: readonly string[]): string | null
}>

export const CASE_KINDS = ['json', 'zmtp', 'session', 'command'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

const DEPTH = 3

export type Golden = ReturnType<typeof goldenSession>

/** Read where it lies: the project's folder is the working folder of every tool. */
export function readGolden(): Golden {
  const file = path.resolve('engine/wire/fixtures/golden-frames.json')
  return JSON.parse(readFileSync(file, 'utf8')) as Golden
}

export function makeCase(kind: CaseKind, chance: Chance, golden: Golden): Case {
  if (kind === 'json') return ofJson(chance, golden)
  if (kind === 'command') return commandCase(chance, golden)
  return kind === 'zmtp' ? ofZmtp(chance) : sessionCase(chance, golden)
}

function ofJson(chance: Chance, golden: Golden): Case {
  const samples = golden.frames.flatMap(({ headerText, bodyText }) => [
    headerText,
    ...(bodyText === null ? [] : [bodyText]),
  ])
  const bytes = jsonCase(
    chance,
    samples.map(text => Buffer.from(text)),
  )
  const expected = expectedJson(bytes, { depth: DEPTH })
  return {
    lines: [`json ${DEPTH} ${hex(bytes)}`],
    judge: ([answer = '']) => (isSameJson(expected, answer) ? null : JSON.stringify(expected)),
  }
}

function ofZmtp(chance: Chance): Case {
  const stream = zmtpCase(chance)
  const { sent, ...expected } = expectedZmtp(stream)
  const wanted = JSON.stringify({ ...expected, sent: sent.toString('hex') })
  return {
    lines: [`zmtp ${pieces(stream, chance).map(hex).join(' ')}`],
    judge([answer = '']) {
      const { sent: toldSent, ...told } = toldZmtp(answer)
      return JSON.stringify({ ...told, sent: toldSent.toString('hex') }) === wanted ? null : wanted
    },
  }
}
