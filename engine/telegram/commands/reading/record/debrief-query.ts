import type { AccountKind, EpochMs } from '../../../../contracts/primitives.ts'
import type { QueryOf } from '../../../../contracts/window-bridge.ts'
import { KIND_WORDS } from '../parts/words.ts'

/** All trades of a kind of money, or those closed from a moment on. */
export const debriefFrom = (account: AccountKind, fromMs: EpochMs | null): QueryOf<'debrief'> => ({
  kind: 'debrief',
  account,
  scope: null,
  filter: { fromMs, toMs: null, keys: {} },
  trials: null,
})

export const nothingClosed = (kind: AccountKind, isPart: boolean): string =>
  isPart
    ? `No trade with ${KIND_WORDS[kind]} was closed in that time.`
    : `No trade with ${KIND_WORDS[kind]} has been closed yet. Other kinds of money are asked for by their word: simulated, demo, contest, live.`

/** The ledger names none: the shown account's counts where there is no other of its kind. */
export const currencyOfAll = (accounts: number, currency: string | null): string | null =>
  accounts > 1 ? null : currency

/** Null: there is one, or none. */
export const severalAccounts = (accounts: number): string | null =>
  accounts > 1 ? `Of ${accounts} accounts: money is added as if of one currency.` : null
