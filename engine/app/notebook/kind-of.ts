import type { AccountKind } from '../../contracts/primitives.ts'
import type { Desk } from '../desk.ts'

/**
 * The kind of account that something without a trade belongs to: the one that was said, else the first terminal's, else the one
 * that was linked last. Null: there is no such account here.
 */
export function kindOf(
  { terminals, state: { notebook } }: Desk,
  said: AccountKind | null,
): AccountKind | null {
  if (said !== null) return notebook.kinds.has(said) ? said : null
  const [first] = terminals.values()
  return first?.hello.kind ?? [...notebook.kinds].at(-1) ?? null
}

export const NO_ACCOUNT =
  'No account of this kind was ever linked here, so that nobody can say whose this is: link one, or start the training ground.'
