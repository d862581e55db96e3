/**
 * How a command ended. `failed` is still to be said; `reported` has been said already, in the command's own answer.
 * Both make the exit code 1.
 */
export type Outcome = Readonly<{ is: 'done' }> | Readonly<{ is: 'reported' }> | Failure
export type Failure = Readonly<{ is: 'failed'; code: string; text: string }>

export const DONE: Outcome = { is: 'done' }
export const REPORTED: Outcome = { is: 'reported' }
export const failed = (code: string, text: string): Failure => ({ is: 'failed', code, text })

/** Why a command ended early. */
export const STOPPED: Failure = failed('STOPPED', 'Stopped before the end.')
