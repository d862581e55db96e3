/** Ghosts for a trader: what each filter and each decision has saved or cost, and how sure that is. */
import type { GhostFigures, GhostReason, GhostReport, GhostVerdict } from '../../contracts/ghosts.ts'
import { calibrationText } from '../calibration-text.ts'
import { count, counted, inR, minuteOf } from '../text.ts'

const REASONS: Readonly<Record<GhostReason, string>> = {
  refused: 'refused',
  denied: 'denied',
  declined: 'declined',
  expired: 'let go',
}
const VERDICTS: Readonly<Record<GhostVerdict, string>> = {
  saved: 'saved R',
  cost: 'cost R',
  open: 'open',
  tooFew: 'too few',
}

const NAME = 40
const row = (first: string, cells: readonly string[]): string =>
  `${first.padEnd(NAME)}${cells.map(cell => cell.padStart(10)).join('')}`.trimEnd()

export function ghostsText({
  account,
  all,
  rows,
  weeks,
  calibration,
  byBars,
}: GhostReport): readonly string[] {
  const heads = ['n', 'R each', 'low', 'high', 'together', 'alone', 'verdict']
  return [
    `Ghosts, ${account}: ${counted(all.n, 'mission')} not taken and followed to the end; none is a result`,
    row('Kept back by', heads),
    ...rows.map(one => row(nameOf(REASONS[one.reason], one.key), cellsOf(one, count(one.alone.n)))),
    row('All, each once', cellsOf(all, '')),
    '',
    row('Week of (UTC)', heads),
    ...weeks.map(week => row(minuteOf(week.weekMs), cellsOf(week, ''))),
    '',
    `Probability of the target, where a model had said one: ${calibrationText(calibration)}.`,
    'Ghosts of the same hours share their market: they prove less than as many trades.',
    '',
    'R is a part of the risk, after the cost that each plan counted. low and high: 95 % by whole trading days drawn again; under eight',
    'days there is none. alone: nothing else kept it back. saved R: below nought over the whole interval, so that it was well not to',
    `take them; cost R: above it; open: it cannot be told. ${counted(byBars, 'ghost')} partly read from one-minute bars.`,
    '',
  ]
}

const nameOf = (reason: string, key: string): string => `${reason} ${key}`.trim().slice(0, NAME - 1)

function cellsOf({ n, mean, sumR, verdict }: GhostFigures, alone: string): string[] {
  const known =
    mean.is === 'tooFew' ? ['', '', ''] : [mean.r, mean.low, mean.high].map(r => (r === null ? '–' : inR(r)))
  return [count(n), ...known, inR(sumR), alone, VERDICTS[verdict]]
}
