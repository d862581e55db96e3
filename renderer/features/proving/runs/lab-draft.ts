import type { LabData, LabPlan } from '../../../../engine/contracts/lab-desk.ts'
import type { LabMarket } from '../../../../engine/contracts/lab-runs.ts'
import type { Pair } from '../../../../engine/contracts/pairs.ts'
import type { TerminalId } from '../../../../engine/contracts/primitives.ts'
import type { ServerTime } from '../../../../engine/contracts/server-time.ts'
import { pairs as allPairs } from '../../../copy/words.ts'

export const CLOCKS = ['infer', 'newYorkClose', 'easternEurope', 'newYork', 'utc'] as const
export type Clock = (typeof CLOCKS)[number]

/** What stands in the form: texts as they are typed. */
export type LabDraft = Readonly<{
  job: LabPlan['job']
  data: LabData['is']
  /** Null: the first that there is. */
  terminal: TerminalId | null
  seed: string
  days: string
  path: string
  clock: Clock
  /** None: all that the data holds. */
  pairs: readonly Pair[]
  from: string
  before: string
  mode: LabPlan['windows']['mode']
  fitMonths: string
  stepMonths: string
}>

export const FIRST_DRAFT: LabDraft = {
  job: 'backtest',
  data: 'desk',
  terminal: null,
  seed: '1',
  days: '90',
  path: '',
  clock: 'infer',
  pairs: [],
  from: '',
  before: '',
  mode: 'expanding',
  fitMonths: '6',
  stepMonths: '1',
}

const SERVER_TIMES: Readonly<Record<Clock, ServerTime | null>> = {
  infer: null,
  newYorkClose: 'newYorkClose',
  easternEurope: 'easternEurope',
  newYork: 'newYork',
  utc: 0,
}

export const terminalOf = ({ terminal }: LabDraft, market: LabMarket | null) =>
  market?.terminals.find(each => each.terminal === terminal) ?? market?.terminals[0] ?? null

/** Pairs that can be chosen: of a terminal those that are kept. */
export function pairsOf(draft: LabDraft, market: LabMarket | null): readonly Pair[] {
  if (draft.data !== 'desk') return allPairs
  const kept = terminalOf(draft, market)?.pairs ?? []
  return allPairs.filter(pair => kept.some(each => each.pair === pair))
}

/** Null: there is nothing to run it on. What is not right is said by whoever is asked. */
export function planOf(draft: LabDraft, market: LabMarket | null): LabPlan | null {
  const data = dataOf(draft, market)
  if (data === null) return null
  const offered = pairsOf(draft, market)
  const pairs = draft.pairs.filter(pair => offered.includes(pair))
  return {
    job: draft.job,
    data,
    pairs: pairs.length === 0 ? null : pairs,
    fromMs: dayOf(draft.from),
    toMs: dayOf(draft.before),
    windows: { mode: draft.mode, fitMonths: Number(draft.fitMonths), stepMonths: Number(draft.stepMonths) },
    seed: 1,
  }
}

function dataOf(draft: LabDraft, market: LabMarket | null): LabData | null {
  const { data, seed, days, path, clock } = draft
  if (data === 'generated') return { is: 'generated', seed: Number(seed), days: Number(days) }
  if (data === 'folder')
    return path.trim() === '' ? null : { is: 'folder', path: path.trim(), serverTime: SERVER_TIMES[clock] }
  const terminal = terminalOf(draft, market)
  return terminal === null ? null : { is: 'desk', terminal: terminal.terminal }
}

/** The first moment of a day that a date field holds, UTC. */
const dayOf = (text: string): number | null => (text === '' ? null : Date.parse(`${text}T00:00:00Z`))
