import { AccountKind } from '../../contracts/primitives.ts'

/** The kind that was asked for, or all of them, the ones with money first. */
export const wanted = (account: AccountKind | undefined): readonly AccountKind[] =>
  account === undefined ? AccountKind.options.toReversed() : [account]
