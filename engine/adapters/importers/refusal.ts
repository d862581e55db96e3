/** Why a set of files cannot be used at all. */
export type ImportRefusalCode =
  | 'NO_SUCH_FILE'
  | 'CANNOT_READ'
  | 'DAMAGED_ZIP'
  | 'EMPTY_FILE'
  | 'UNKNOWN_FORMAT'
  | 'UNKNOWN_PAIR'
  | 'UNKNOWN_DAY'
  | 'UNKNOWN_SERVER_TIME'
  | 'NOT_ONE_MINUTE'
  | 'NOT_BARS'
  | 'NO_SPREAD'
  | 'TICKS_AND_BARS'
  | 'PAIR_NOT_IN_FILES'

/** One sentence for a person: which file, what was expected, what to do. */
export type ImportRefusal = Readonly<{ is: 'refused'; code: ImportRefusalCode; text: string }>

/** How a file says deep inside that it is of no use. Caught once, where files are opened, and returned as a refusal. */
export class Unusable extends Error {
  readonly code: ImportRefusalCode
  constructor(code: ImportRefusalCode, text: string, options?: { cause?: unknown }) {
    super(text, options)
    this.code = code
  }
}

/** Runs `open`; an `Unusable` becomes the refusal that callers see. */
export async function orRefusal<T>(open: () => Promise<T>): Promise<T | ImportRefusal> {
  try {
    return await open()
  } catch (cause) {
    if (cause instanceof Unusable) return { is: 'refused', code: cause.code, text: cause.message }
    throw cause
  }
}
