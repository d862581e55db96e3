/** The files that a trader drops into the calendar folder (docs/calendar.md): one announcement, and a JSON file of them. */
import { z } from 'zod'
import { IMPORTANCES } from './wire/facts.ts'

const DAY = /^(?:19[7-9]\d|2\d{3})-\d{2}-\d{2}$/
const TIME = /^((?:19[7-9]\d|2\d{3})-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}))?Z?$/

/** A moment as a person writes it, in ISO 8601; text that is none stays as it is and is refused after this. */
function isoOf(text: string): string {
  const [, day, minute, second = '00'] = TIME.exec(text.trim()) ?? []
  return day === undefined ? text : `${day}T${minute}:${second}Z`
}

const Moment = z
  .string()
  .transform(isoOf)
  .pipe(
    z.iso.datetime({
      error: ({ input }) => `expected a time in UTC like 2026-01-09 13:30, found "${String(input)}"`,
    }),
  )

const Boundary = z
  .string()
  .transform(text => (DAY.test(text.trim()) ? `${text.trim()} 00:00` : text))
  .pipe(Moment)

const Importance = z.string().transform((text, context) => {
  const word = text.trim().toLowerCase()
  const found = IMPORTANCES.find(importance => importance === (word === 'medium' ? 'moderate' : word))
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `expected high, moderate, low or none, found "${text}"` })
  return z.NEVER
})

const Currency = z.string().transform((text, context) => {
  const letters = text.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(letters)) return letters
  context.addIssue({ code: 'custom', message: `expected three letters like USD, found "${text}"` })
  return z.NEVER
})

/** One announcement as a file has it; `utc` in ISO 8601. */
export const CalendarRow = z.object({
  utc: Moment,
  currency: Currency,
  importance: Importance,
  name: z.string().trim().min(1, 'expected a name').max(128, 'expected at most 128 characters'),
})
export type CalendarRow = z.infer<typeof CalendarRow>

/** What a JSON file holds. */
export const CalendarFile = z.object({
  fromUtc: Boundary.optional(),
  toUtc: Boundary.optional(),
  events: z.array(CalendarRow),
})
