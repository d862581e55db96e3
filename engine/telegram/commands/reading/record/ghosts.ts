import type {
  GhostFigures,
  GhostReason,
  GhostReport,
  GhostRow,
  GhostVerdict,
} from '../../../../contracts/ghosts.ts'
import { EpochMs } from '../../../../contracts/primitives.ts'
import { count, counted, inR } from '../../../../domain/words/figures.ts'
import { html, lines, oneLine, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { KIND_WORDS, small } from '../parts/words.ts'

const MOST_ROWS = 12
const LONGEST_KEY = 60
const FOR_EVER = { fromMs: EpochMs.parse(0), toMs: EpochMs.parse(Number.MAX_SAFE_INTEGER) }

const REASONS: Readonly<Record<GhostReason, string>> = {
  refused: 'Filter',
  denied: 'Gate',
  declined: 'You',
  expired: 'Let go',
}
const VERDICTS: Readonly<Record<GhostVerdict, string>> = {
  saved: 'saved R',
  cost: 'cost R',
  open: 'cannot be told yet',
  tooFew: 'too few',
}

export const ghosts = reading({
  name: 'ghosts',
  aliases: ['ghosted'],
  does: 'Missions that were not taken, followed to their end: what that saved or cost',
  takes: '[KIND]',
  group: 'record',
  show: call =>
    withKind(call, ({ kind }) =>
      withAnswer(call, { kind: 'ghosts', account: kind, ...FOR_EVER }, ghostsPage),
    ),
})

function ghostsPage({ account, all, rows }: GhostReport): Page {
  const buttons = [[leadsTo('Missions', '/missions'), leadsTo('Trades', `/trades ${account}`)]]
  const head = html`<b>Ghosts</b> · ${KIND_WORDS[account]}`
  if (all.n === 0)
    return {
      html: lines(
        head,
        'No ghost has ended yet. A mission that is refused, denied, declined or let go is followed on, and its end is told here.',
      ),
      buttons,
    }
  return {
    html: lines(
      head,
      html`${counted(all.n, 'mission')} not taken: <b>${inR(all.sumR)}</b> had each been taken; ${meanText(all)}`,
      ...rows.slice(0, MOST_ROWS).map(rowText),
      rows.length > MOST_ROWS ? `and ${rows.length - MOST_ROWS} reasons more.` : null,
      'Ghosts are never results: nothing here was traded. One that several things kept back stands in each of their rows.',
    ),
    buttons,
  }
}

const rowText = (row: GhostRow): Html =>
  html`<b>${`${REASONS[row.reason]} ${keyText(row.key)}`.trim()}</b>: n ${count(row.n)}, ${inR(row.sumR)}; ${meanText(row)}`

/** A code in small words; what a person wrote as it was written. */
const keyText = (key: string): string =>
  /^[A-Z][A-Z_]*$/.test(key) ? small(key).toLowerCase() : oneLine(key, LONGEST_KEY)

function meanText({ mean, verdict }: GhostFigures): string {
  if (mean.is === 'tooFew') return VERDICTS.tooFew
  const { r, low, high } = mean
  const interval = low === null || high === null ? 'no interval yet' : `${inR(low)} to ${inR(high)}`
  return `${inR(r)} each [${interval}], ${VERDICTS[verdict]}`
}
