import path from 'node:path'
import { CalendarFile, CalendarRow } from '../../contracts/calendar-file.ts'
import { csvRows, type CsvRow } from './csv.ts'

const DAY_MS = 86_400_000
/** Longer than this without any announcement, and a file that does not say what it covers has left days out. */
const LONGEST_QUIET_MS = 14 * DAY_MS
const COLUMNS = ['utc', 'currency', 'importance', 'name'] as const

/** A stretch that a file knows: every announcement of `fromMs` ≤ time < `toMs`. */
export type FileCalendar = Readonly<{ fromMs: number; toMs: number; rows: readonly Announcement[] }>
export type Announcement = Readonly<Omit<CalendarRow, 'utc'> & { timeMs: number }>
/** Stretches in order of time, with days between them that the file leaves out. */
type Read =
  Readonly<{ is: 'read'; stretches: readonly FileCalendar[] }> | Readonly<{ is: 'refused'; text: string }>

/** Reads a calendar file (docs/calendar.md). A file that is wrong anywhere is refused whole, with the first place and why. */
export function readCalendar(file: string, text: string): Read {
  const content = text.replace(/^\uFEFF/, '')
  const refuse = (where: string, why: string) =>
    ({
      is: 'refused',
      text: `${path.basename(file)}${where}: ${why}. It is left out; docs/calendar.md shows how it should look.`,
    }) as const
  return file.toLowerCase().endsWith('.json') ? readJson(content, refuse) : readCsv(content, refuse)
}

type Refuse = (where: string, why: string) => Readonly<{ is: 'refused'; text: string }>

function readCsv(text: string, refuse: Refuse): Read {
  const rows = csvRows(text)
  if ('openQuoteAt' in rows)
    return refuse(`, line ${rows.openQuoteAt}`, 'a double quote is opened and never closed')
  const [head, ...body] = rows
  const names = head?.cells.map(name => name.toLowerCase()) ?? []
  const missing = COLUMNS.filter(column => !names.includes(column))
  if (!head || missing.length > 0)
    return refuse(
      `, line ${head?.line ?? 1}`,
      `expected the columns ${COLUMNS.join(', ')}; ${missing.join(', ')} missing`,
    )
  const events: Announcement[] = []
  for (const row of body) {
    const parsed = CalendarRow.safeParse(cellsByName(row, names))
    if (!parsed.success) return refuse(`, line ${row.line}`, firstIssue(parsed.error))
    events.push(timed(parsed.data))
  }
  if (events.length === 0) return refuse('', 'there is no announcement in it')
  return { is: 'read', stretches: stretchesOf(events) }
}

const cellsByName = ({ cells }: CsvRow, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(COLUMNS.map(column => [column, cells[names.indexOf(column)] ?? '']))

function readJson(text: string, refuse: Refuse): Read {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return refuse(lineOf(text, error), 'it is not JSON')
  }
  const parsed = CalendarFile.safeParse(json)
  if (!parsed.success) return refuse('', firstIssue(parsed.error))
  const { fromUtc, toUtc } = parsed.data
  const events = parsed.data.events.map(timed)
  if (events.length === 0 && (fromUtc === undefined || toUtc === undefined))
    return refuse('', 'without announcements it needs fromUtc and toUtc')
  const stretches = stretchesOf(events)
  const fromMs = fromUtc === undefined ? (stretches[0]?.fromMs ?? 0) : Date.parse(fromUtc)
  const toMs = toUtc === undefined ? (stretches.at(-1)?.toMs ?? 0) : Date.parse(toUtc)
  if (fromMs >= toMs) return refuse('', 'fromUtc is not before toUtc')
  const outside = events.findIndex(({ timeMs }) => timeMs < fromMs || timeMs >= toMs)
  if (outside >= 0) return refuse('', `events.${outside} is not between fromUtc and toUtc`)
  const saysBoth = fromUtc !== undefined && toUtc !== undefined
  return {
    is: 'read',
    stretches: saysBoth ? [{ fromMs, toMs, rows: events }] : widened(stretches, fromMs, toMs),
  }
}

const timed = ({ utc, ...row }: CalendarRow): Announcement => ({ ...row, timeMs: Date.parse(utc) })

/** What rows cover by themselves: whole days, but not a silence that is longer than announcements ever are apart. */
function stretchesOf(events: readonly Announcement[]): readonly FileCalendar[] {
  const stretches: Announcement[][] = []
  let lastMs = Number.NEGATIVE_INFINITY
  for (const event of events.toSorted((a, b) => a.timeMs - b.timeMs)) {
    if (event.timeMs - lastMs > LONGEST_QUIET_MS) stretches.push([])
    stretches.at(-1)?.push(event)
    lastMs = event.timeMs
  }
  return stretches.map(rows => ({ ...daysOf(rows), rows }))
}

/** From where the file says that it begins, and to where it says that it ends. */
const widened = (stretches: readonly FileCalendar[], fromMs: number, toMs: number): readonly FileCalendar[] =>
  stretches.map((stretch, at) => ({
    ...stretch,
    fromMs: at === 0 ? fromMs : stretch.fromMs,
    toMs: at === stretches.length - 1 ? toMs : stretch.toMs,
  }))

/** Whole days in UTC, from the first announcement to the last. */
function daysOf(rows: readonly Announcement[]): Readonly<{ fromMs: number; toMs: number }> {
  const times = rows.map(({ timeMs }) => timeMs)
  const first = times.reduce((a, b) => Math.min(a, b))
  const last = times.reduce((a, b) => Math.max(a, b))
  return { fromMs: first - (first % DAY_MS), toMs: last - (last % DAY_MS) + DAY_MS }
}

type Issues = Readonly<{ issues: readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[] }>

function firstIssue({ issues }: Issues): string {
  const issue = issues[0]
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.replace(/^: /, '')
}

/** Newer runtimes name the position, and only they do. */
function lineOf(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1]
  return position === undefined ? '' : `, line ${text.slice(0, Number(position)).split('\n').length}`
}
