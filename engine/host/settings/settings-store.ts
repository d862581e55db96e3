import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { SettingChange, SettingsOrigin, SettingsVersion } from '../../contracts/settings-desk.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { hasSettings, readSettings, settingsFile } from '../data-folder/settings-file.ts'
import { changesBetween, changeText } from './changes.ts'
import { SettingsVersions } from './settings-versions.ts'

/** settings.json and its history on disk, and what of it holds. Whoever has it has the data folder's lock. */
export class SettingsStore {
  readonly #folder: string
  readonly #versions: SettingsVersions
  /** Why the version that the start found could not be kept; null: it is. */
  readonly fault: string | null
  #settings: Settings
  #revision = 1

  constructor(folder: string, settings: Settings, atMs: EpochMs) {
    this.#folder = folder
    this.#settings = settings
    this.#versions = new SettingsVersions(folder)
    this.fault = this.#keepFound(atMs)
  }

  get settings(): Settings {
    return this.#settings
  }

  get revision(): number {
    return this.#revision
  }

  version(revision: number): SettingsVersion | null {
    return this.#versions.read(revision)
  }

  /** Newest first. */
  versions(): readonly SettingsVersion[] {
    return this.#versions.list()
  }

  /** What of the file is not as it was left, in words; null: nothing, or the file is gone and nothing can be lost. */
  editedByHand(): string | null {
    if (!hasSettings(this.#folder)) return null
    const read = readSettings(this.#folder)
    if (read.is === 'refused') return read.text.replace(/\.$/, '')
    return changesBetween(this.#settings, read.settings).map(changeText).join(', ') || null
  }

  /**
   * From now on, and on disk. Throws when that can't be, and nothing has changed then. Its version comes first: a death in between
   * leaves a version too many, and never settings that nobody can tell the history of.
   */
  hold(settings: Settings, changed: readonly SettingChange[], origin: SettingsOrigin, atMs: EpochMs): void {
    const revision = this.#revision + 1
    try {
      this.#versions.add({ revision, atMs, origin, changed: [...changed], settings })
      writeAtomically(settingsFile(this.#folder), `${JSON.stringify(settings, null, 2)}\n`)
    } catch (error) {
      this.#versions.remove(revision)
      throw error
    }
    this.#settings = settings
    this.#revision = revision
  }

  /** What a hand, or a restored backup, made of the file since the last version is a version too. */
  #keepFound(atMs: EpochMs): string | null {
    try {
      removeLeftovers(this.#folder)
      const newest = this.#versions.newest()
      const before = newest === 0 ? null : this.#versions.read(newest)
      const changed = before ? changesBetween(before.settings, this.#settings) : []
      this.#revision = Math.max(newest, 1)
      if (before && changed.length === 0) return null
      this.#revision = newest + 1
      this.#versions.add({
        revision: this.#revision,
        atMs,
        origin: 'file',
        changed: [...changed],
        settings: this.#settings,
      })
      return null
    } catch (error) {
      return systemReason(error)
    }
  }
}

/** What a death in the middle of a write has left behind: nobody else writes here while we hold the lock. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^settings\.json\.\d+\.tmp$/.test(name)) rmSync(path.join(folder, name), { force: true })
}
