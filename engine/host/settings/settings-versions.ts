/** `settings-history/`: every version of the settings that held, a file each, the last hundred. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SettingsVersion } from '../../contracts/settings-desk.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { hasCode } from '../data-folder/refusal.ts'

const KEPT = 100
const USER_ONLY = 0o700
const NAME = /^(\d{6,15})\.json$/

export class SettingsVersions {
  readonly #folder: string

  constructor(dataFolder: string) {
    this.#folder = path.join(dataFolder, 'settings-history')
  }

  /** The highest number given so far, readable or not; 0 before the first. */
  newest(): number {
    return this.#revisions().at(-1) ?? 0
  }

  /** Newest first. One that can't be read any more is left out; the settings themselves do not depend on it. */
  list(): readonly SettingsVersion[] {
    return this.#revisions()
      .toReversed()
      .map(revision => this.read(revision))
      .filter(version => version !== null)
  }

  /** Null when it is not kept, or can't be read any more. */
  read(revision: number): SettingsVersion | null {
    try {
      const read = SettingsVersion.safeParse(JSON.parse(readFileSync(this.#fileOf(revision), 'utf8')))
      return read.success && read.data.revision === revision ? read.data : null
    } catch (error) {
      // Whatever is wrong with one of them, the others and the settings themselves stand.
      if (error instanceof SyntaxError || isSystemError(error)) return null
      throw error
    }
  }

  /** On disk when it returns; throws when it can't be. */
  add(version: SettingsVersion): void {
    mkdirSync(this.#folder, { recursive: true, mode: USER_ONLY })
    writeAtomically(this.#fileOf(version.revision), `${JSON.stringify(version, null, 2)}\n`)
    for (const old of this.#revisions().slice(0, -KEPT)) this.remove(old)
  }

  /** One that never came to hold. */
  remove(revision: number): void {
    rmSync(this.#fileOf(revision), { force: true })
  }

  /** Oldest first. */
  #revisions(): readonly number[] {
    return namesIn(this.#folder)
      .map(name => Number(NAME.exec(name)?.[1] ?? 0))
      .filter(revision => revision > 0)
      .toSorted((a, b) => a - b)
  }

  #fileOf(revision: number): string {
    return path.join(this.#folder, `${String(revision).padStart(6, '0')}.json`)
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}
