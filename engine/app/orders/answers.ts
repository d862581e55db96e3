import type { CommandAnswer } from '../../contracts/index.ts'

export const refused = (code: string, text: string): CommandAnswer => ({ is: 'refused', code, text })

export const done = (text: string): CommandAnswer => ({ is: 'done', text })

/** How long a command may travel before the terminal must refuse it. */
export const VALID_MS = 5_000
