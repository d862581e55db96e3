/** Whose folder it is: the terminal says it in uuid.txt and lock.txt, the app in app.txt. */
import { readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { TerminalId, type EpochMs } from '../../contracts/primitives.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { hasCode, systemReason } from '../data-folder/refusal.ts'

export type Trouble = Readonly<{ is: 'trouble'; text: string }>
export type Owned = Readonly<{ is: 'owned'; uuid: TerminalId }>

export type AppMarkOptions = Readonly<{
  folder: string
  /** A random number of this app's, for this folder. */
  token: string
  now(): EpochMs
}>

/** A mark that is older belongs to an app that is gone. */
const FRESH_MS = 5_000
const REWRITE_MS = 1_000

export class AppMark {
  readonly #options: AppMarkOptions
  #writtenMs = 0

  constructor(options: AppMarkOptions) {
    this.#options = options
  }

  /** Finds out whose folder it is, and says that we are here. */
  claim(): Owned | Trouble {
    try {
      const uuid = this.#terminal()
      if (typeof uuid === 'object') return uuid
      const other = this.#otherApp()
      if (other) return other
      this.#mark()
      return { is: 'owned', uuid }
    } catch (error) {
      return this.#trouble(`can't be used: ${systemReason(error)}. Check the folder and its rights.`)
    }
  }

  /** Leaves the folder free for the next app at once. */
  release(): void {
    if (this.#writtenMs === 0) return
    const file = path.join(this.#options.folder, 'app.txt')
    if (readText(file) === this.#text()) rmSync(file, { force: true })
  }

  #terminal(): TerminalId | Trouble {
    const { folder } = this.#options
    statSync(folder)
    const text = readText(path.join(folder, 'uuid.txt'))
    if (text === null)
      return this.#trouble('holds no uuid.txt: set the road of the Expert Advisor to files and start it.')
    const uuid = TerminalId.safeParse(text.trim())
    if (!uuid.success) return this.#trouble('holds a uuid.txt that names no terminal.')
    const owner = readText(path.join(folder, 'lock.txt'))?.split(' ')[0]
    if (owner === undefined || owner === uuid.data) return uuid.data
    return this.#trouble(
      `is of terminal ${uuid.data}, but its lock.txt is of ${owner}: remove one of the two.`,
    )
  }

  #otherApp(): Trouble | null {
    const { folder, now } = this.#options
    const file = path.join(folder, 'app.txt')
    const text = readText(file)
    if (text === null || text === this.#text() || now() - statSync(file).mtimeMs > FRESH_MS) return null
    return this.#trouble('is in use by another BITTEN: close one of the two.')
  }

  #mark(): void {
    const { folder, now } = this.#options
    const ageMs = now() - this.#writtenMs
    if (ageMs >= 0 && ageMs < REWRITE_MS) return
    writeAtomically(path.join(folder, 'app.txt'), this.#text())
    this.#writtenMs = now()
  }

  #text(): string {
    return `app ${this.#options.token}\n`
  }

  #trouble(what: string): Trouble {
    return { is: 'trouble', text: `The folder ${this.#options.folder} ${what}` }
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}
