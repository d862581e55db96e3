/** The files that a trader drops into the calendar folder (docs/calendar.md): one announcement, and a JSON file of them. */
import { z } from 'zod'
import { EpochMs } from './primitives.ts'
import { IMPORTANCES } from './wire/facts.ts'

const UTC = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?Z?)?$/

/** A moment in UTC as a person writes it; null when there is no such moment. */
function momentOf(text: string): number | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = UTC.exec(text) ?? []
  if (year === undefined) return null
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const ms = Date.parse(iso)
  // A 31st of February is rolled over by some runtimes and refused by others; here it is refused.
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso ? ms : null
}

const Utc = z.string().transform((text, context) => {
  const ms = momentOf(text.trim())
  if (ms !== null && ms >= 0) return EpochMs.parse(ms)
  context.addIssue({
    code: 'custom',
    message: `expected a time in UTC like 2026-01-09 13:30, found "${text}"`,
  })
  return z.NEVER
})

const Importance = z.string().transform((text, context) => {
  const word = text.trim().toLowerCase()
  const found = IMPORTANCES.find(importance => importance === (word === 'medium' ? 'moderate' : word))
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `expected high, moderate, low or none, found "${text}"` })
  return z.NEVER
})

/** One announcement as a file has it. */
export const CalendarRow = z.object({
  utc: z
    .string()
    .refine(text => /\d:\d/.test(text), { error: 'expected a time too, like 2026-01-09 13:30' })
    .pipe(Utc),
  currency: z.string().transform((text, context) => {
    const letters = text.trim().toUpperCase()
    if (/^[A-Z]{3}$/.test(letters)) return letters
    context.addIssue({ code: 'custom', message: `expected three letters like USD, found "${text}"` })
    return z.NEVER
  }),
  importance: Importance,
  name: z.string().trim().min(1, 'expected a name').max(128, 'expected at most 128 characters'),
})
export type CalendarRow = z.infer<typeof CalendarRow>

/** What a JSON file holds. */
export const CalendarFile = z.object({
  fromUtc: Utc.optional(),
  toUtc: Utc.optional(),
  events: z.array(CalendarRow),
})
