import type { CliContext } from './context.ts'
import type { Outcome } from './outcome.ts'
import type { Output } from './output.ts'

/** What a command does once its options are known. Its code is loaded only when it is asked for. */
export type Work = (context: CliContext, out: Output) => Promise<Outcome>

/** Runs the work and remembers how it ended. */
export type Perform = (json: boolean, work: Work) => Promise<void>
