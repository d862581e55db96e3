import type { HonestyFigure, WrittenProposal } from '../../contracts/honesty.ts'
import type { RefusalCode } from '../../contracts/vocabulary.ts'
import { refusalsOf } from '../candidates/codes.ts'
import type { Issue } from '../issue/issue.ts'
import { judged } from './verdicts.ts'

/**
 * Refusals that the desk has and the lab has not, with their reasons: the lab reads bars, so that it knows no silence between
 * ticks; it goes on without a calendar and says so; and it fires what it issues at once, while here nothing is fired, so that
 * each has other missions and positions standing.
 */
export const OF_THE_DESK: readonly RefusalCode[] = [
  'CALENDAR_MISSING', 'STALE_DATA', 'MISSION_OPEN', 'MISSION_AGAINST', 'POSITION_OPEN', 'COOLDOWN', 'HOURLY_LIMIT', 'DAILY_LIMIT',
] // prettier-ignore
/**
 * The desk learns the usual spread from every tick, the lab from the first of each minute: at the edge one may refuse what the
 * other lets pass.
 */
const BY_USUAL_SPREAD: readonly RefusalCode[] = ['SPREAD_ABOVE_NORM', 'SPREAD_NORM_UNKNOWN']
const SHARE_BY_USUAL_SPREAD = 0.02

/** What both of them could say, in one order. */
export const comparable = (codes: readonly RefusalCode[]): string =>
  codes
    .filter(code => !OF_THE_DESK.includes(code) && !BY_USUAL_SPREAD.includes(code))
    .toSorted()
    .join(' ')

export function byUsualSpread(
  replayed: ReadonlyMap<string, WrittenProposal>,
  lab: ReadonlyMap<string, number>,
  { refused }: Issue,
): HonestyFigure {
  const told = [...replayed].flatMap(([key, { refusals }]) => {
    const row = lab.get(key)
    if (refusals === null || row === undefined) return []
    const own = refusals.map(({ code }) => code)
    const others = refusalsOf(refused[row] as number)
    return [BY_USUAL_SPREAD.every(code => own.includes(code) === others.includes(code))]
  })
  const share = told.filter(isSame => !isSame).length / told.length
  return judged(
    {
      name: 'replay beside lab: share of refusals by the usual spread that differ',
      n: told.length,
      value: share,
      bound: `at most ${SHARE_BY_USUAL_SPREAD}: it is learnt from every tick, or from the first of each minute`,
    },
    share <= SHARE_BY_USUAL_SPREAD,
  )
}
