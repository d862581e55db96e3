import type { StoreFault, StoreFaultCode } from '../../ports/store-fault.ts'

/** The file that a fault is about, and the kind of fault that its owner throws. */
export type Place = Readonly<{ file: string; what: string; Fault: typeof StoreFault }>

/** Runs `work`; what SQLite complains about becomes a fault that a person can act on. Anything else passes through. */
export function faulting<T>(place: Place, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw faultOf(cause, place)
  }
}

/** The same for an error that was caught already. */
export function faultOf(cause: unknown, { file, what, Fault }: Place): unknown {
  const sqliteCode = sqliteCodeOf(cause)
  const known = MEANINGS.find(meaning => sqliteCode?.startsWith(meaning.prefix))
  if (known === undefined) return cause
  return new Fault(known.code, `${known.text(what)} (${sqliteCode}: ${file})`, { cause })
}

/** Code of an error that came from SQLite; null for any other. */
export function sqliteCodeOf(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null
  return cause.code.startsWith('SQLITE_') ? cause.code : null
}

type Meaning = Readonly<{ prefix: string; code: StoreFaultCode; text: (what: string) => string }>

const full = (what: string) =>
  `The disk is full: nothing more was stored in the ${what}. Make space and try again`
const held = (what: string) => `Another program holds the ${what}. Close the other one and try again`
const closed = (what: string) =>
  `The ${what} cannot be opened to write. Check that its folder is there and yours`
const damaged = (what: string) => `The ${what} is damaged. Put back a backup of the file, or move it away`
const foreign = (what: string) => `This file is no ${what}. Move it away, or choose another data folder`
const failing = (what: string) => `The disk failed under the ${what}. Check the disk, then start again`

/** SQLite's extended codes begin with the plain one. https://www.sqlite.org/rescode.html */
const MEANINGS: readonly Meaning[] = [
  { prefix: 'SQLITE_FULL', code: 'DISK_FULL', text: full },
  { prefix: 'SQLITE_BUSY', code: 'LOCKED', text: held },
  { prefix: 'SQLITE_LOCKED', code: 'LOCKED', text: held },
  { prefix: 'SQLITE_READONLY', code: 'READ_ONLY', text: closed },
  { prefix: 'SQLITE_CANTOPEN', code: 'READ_ONLY', text: closed },
  { prefix: 'SQLITE_PERM', code: 'READ_ONLY', text: closed },
  { prefix: 'SQLITE_CORRUPT', code: 'CORRUPT', text: damaged },
  { prefix: 'SQLITE_NOTADB', code: 'CORRUPT', text: foreign },
  { prefix: 'SQLITE_IOERR', code: 'DISK_FAILED', text: failing },
]
