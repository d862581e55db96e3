import type { AccountKind } from '../../contracts/primitives.ts'
import type { Desk } from '../desk.ts'

/** The kind of account that a note without a trade belongs to: the first terminal's, or of the one that was linked last. */
export function kindNow({ terminals, state }: Desk): AccountKind | null {
  const [first] = terminals.values()
  return first?.hello.kind ?? state.notebook.lastKind
}

export const NO_ACCOUNT =
  'No terminal has been linked yet, so that nobody can say whose note this is: link one, or start the training ground.'
