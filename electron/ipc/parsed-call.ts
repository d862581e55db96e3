/** The part of a schema that is needed here. */
export type Parser<T> = {
  safeParse(
    given: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}
type Issue = Readonly<{ path: readonly PropertyKey[]; message: string }>

export type Call = (given: unknown) => unknown

/** Hands on what could be read; what could not be is refused in one sentence that names the place. */
export function parsedCall<T>(
  parser: Parser<T>,
  refuse: (code: string, text: string) => unknown,
  act: (asked: T) => unknown,
): Call {
  return given => {
    const read = parser.safeParse(given)
    if (read.success) return act(read.data)
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'call'}: ${message}`)
    return refuse('BAD_CALL', `The window asked for something that can't be read: ${faults.join('; ')}.`)
  }
}
