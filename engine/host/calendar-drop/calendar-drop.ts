/** The folder that the trader drops calendar files into: read whole at the start, and again whenever something in it changes. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Calendar } from '../../contracts/wire/index.ts'
import { systemReason } from '../data-folder/refusal.ts'
import type { FolderWatch } from '../file-drop/watch-folder.ts'
import { mergeCalendars } from './merge-calendars.ts'
import { readCalendar, type FileCalendar } from './read-calendar.ts'

export type CalendarDropOptions = Readonly<{
  folder: string
  /** All that the files know now; told when it has changed. */
  changed(calendars: readonly Calendar[]): void
  notice(level: 'info' | 'warn', text: string): void
}>

/** A watch may miss things: the folder is looked at by the clock as well. */
const LOOK_EVERY_MS = 2_000
/** A file that is being copied is whole by then. */
const SETTLE_MS = 300
const LARGEST_BYTES = 5_000_000

export class CalendarDrop {
  readonly #options: CalendarDropOptions
  #watch: FolderWatch | null = null
  #isClosed = false
  #timer: NodeJS.Timeout | null = null
  #clock: NodeJS.Timeout | null = null
  /** Names, sizes and times of the files as they were read last. */
  #seen = ''
  #told = '[]'
  /** Complaints that have been made, so that each is made once. */
  #complaints: ReadonlySet<string> = new Set()

  constructor(options: CalendarDropOptions) {
    this.#options = options
  }

  start(): void {
    const { folder } = this.#options
    try {
      mkdirSync(folder, { recursive: true })
    } catch (error) {
      this.#options.notice(
        'warn',
        `No calendar files are read: ${folder} can't be made: ${systemReason(error)}.`,
      )
      return
    }
    this.#clock = setInterval(() => this.#glance(), LOOK_EVERY_MS)
    this.#look()
    void this.#follow(folder)
  }

  /** The watcher is loaded behind the first look: a window that opens does not wait for it. */
  async #follow(folder: string): Promise<void> {
    const { watchFolder } = await import('../file-drop/watch-folder.ts')
    if (!this.#isClosed) this.#watch = watchFolder(folder, () => this.#soon())
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#clock) clearInterval(this.#clock)
    await this.#watch?.close()
  }

  #glance(): void {
    if (this.#timer === null && this.#stamps() !== this.#seen) this.#soon()
  }

  #soon(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#look()
    }, SETTLE_MS)
  }

  #look(): void {
    const complaints = new Set<string>()
    this.#seen = this.#stamps()
    const files = this.#names(complaints).flatMap(name => this.#file(name, complaints))
    for (const text of complaints) if (!this.#complaints.has(text)) this.#options.notice('warn', text)
    this.#complaints = complaints
    const calendars = mergeCalendars(files)
    const told = JSON.stringify(calendars)
    if (told === this.#told) return
    this.#told = told
    this.#options.changed(calendars)
    const events = calendars.reduce((sum, calendar) => sum + calendar.events.length, 0)
    this.#options.notice(
      'info',
      `Calendar files: ${events} announcements of ${files.length} ${files.length === 1 ? 'file' : 'files'}.`,
    )
  }

  #names(complaints: Set<string>): readonly string[] {
    try {
      return readdirSync(this.#options.folder)
        .filter(name => /^[^.].*\.(csv|json)$/i.test(name))
        .toSorted()
    } catch (error) {
      complaints.add(`The calendar folder ${this.#options.folder} can't be read: ${systemReason(error)}.`)
      return []
    }
  }

  #stamps(): string {
    const stamps = this.#names(new Set()).map(
      name => `${name} ${stampOf(path.join(this.#options.folder, name))}`,
    )
    return stamps.join('\n')
  }

  #file(name: string, complaints: Set<string>): readonly FileCalendar[] {
    const file = path.join(this.#options.folder, name)
    try {
      if (statSync(file).size > LARGEST_BYTES) {
        complaints.add(`${name} is larger than 5 MB. It is left out.`)
        return []
      }
      const read = readCalendar(file, readFileSync(file, 'utf8'))
      if (read.is === 'read') return read.stretches
      complaints.add(read.text)
    } catch (error) {
      complaints.add(`${name} can't be read: ${systemReason(error)}. It is left out.`)
    }
    return []
  }
}

/** Size and time of a file. One that can't be looked at has its reason for a stamp: reading it says so in a sentence. */
function stampOf(file: string): string {
  try {
    const { size, mtimeMs } = statSync(file)
    return `${size} ${mtimeMs}`
  } catch (error) {
    return systemReason(error)
  }
}
