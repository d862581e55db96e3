import type { TerminalId } from '../../contracts/index.ts'
import type { Calendar } from '../../contracts/wire/index.ts'
import { knownCalendar, type KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

type Known = Readonly<{ told: Calendar | null; file: Calendar | null; calendar: KnownCalendar | null }>

/** The announcements that count at each terminal: its own, and what the trader's files fill. */
export class Calendars {
  /** What the files know, in spans that do not touch. */
  files: readonly Calendar[] = []
  readonly #known = new Map<TerminalId, Known>()

  /** The same object as long as nothing has changed. */
  of({ id, calendar: told, marketMs }: TerminalDesk): KnownCalendar | null {
    const file = this.files.find(({ fromMs, toMs }) => fromMs <= marketMs && marketMs < toMs) ?? null
    const before = this.#known.get(id)
    if (before && before.told === told && before.file === file) return before.calendar
    const calendar = knownCalendar(told, file)
    this.#known.set(id, { told, file, calendar })
    return calendar
  }
}
