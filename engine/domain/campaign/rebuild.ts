import type { EventOf, StoredEvent } from '../../contracts/events.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { isOfTest, type KnownTests } from '../record/test-fires.ts'
import { newCampaign, type Award } from './campaign-book.ts'
import { keyOf, takeFact } from './campaign.ts'
import { addXp } from './xp.ts'

/**
 * Where the ledger and its facts disagree. `untold`: earned, and the ledger does not tell it. `unearned`: told, and no fact earns it.
 * `amount`: told with another amount than it is worth. `twice`: told more than once.
 */
export type Difference = Readonly<{
  is: 'untold' | 'unearned' | 'amount' | 'twice'
  account: AccountKind
  key: string
  /** XP as the facts have it, and as the ledger tells it; null: not at all. */
  earned: number | null
  told: number | null
}>

export type RebuiltKind = Readonly<{
  account: AccountKind
  /** XP as the ledger tells it, never below a rank that was reached. */
  xp: number
  /** Awards that the facts earn, and what they come to when no floor is met. */
  awards: number
  earned: number
  /** Awards of older ledgers that name no fact: they count as they are. */
  older: number
}>

type Told = { xp: number; times: number }

/** Derives every award again from facts alone, and holds it against what the ledger has told. */
export class Rebuild {
  readonly #campaign = newCampaign()
  readonly #tests: KnownTests = new Set()
  readonly #earned = new Map<string, Award>()
  readonly #told = new Map<string, Told & { account: AccountKind }>()
  /** Of older ledgers, by the order and the reason, or of nothing that is known. */
  readonly #older: { account: AccountKind; key: string | null }[] = []
  readonly #xp = new Map<AccountKind, number>()

  take({ event }: StoredEvent): void {
    if (event.kind === 'xpAwarded') return this.#tell(event)
    if (isOfTest(this.#tests, event)) return
    takeFact(this.#campaign, event)
    for (const { due } of this.#campaign.kinds.values()) {
      if (due.size === 0) continue
      for (const award of due.values()) this.#earned.set(nameOf(award), award)
      due.clear()
    }
  }

  kinds(): RebuiltKind[] {
    const known = new Set([...this.#campaign.kinds.keys(), ...this.#xp.keys()])
    return [...known].map(account => {
      const awards = [...this.#earned.values()].filter(award => award.account === account)
      const earned = awards.reduce((sum, { xp }) => sum + xp, 0)
      const older = this.#older.filter(award => award.account === account).length
      return { account, xp: this.#xp.get(account) ?? 0, awards: awards.length, earned, older }
    })
  }

  differences(): Difference[] {
    const older = new Set(this.#older.map(({ account, key }) => `${account} ${key}`))
    const ofFacts = [...this.#earned].flatMap(([name, award]) =>
      older.has(name) ? [] : differenceOf(award, this.#told.get(name)),
    )
    const ofNothing = [...this.#told].flatMap(([name, { account, xp }]): Difference[] =>
      this.#earned.has(name)
        ? []
        : [{ is: 'unearned', account, key: name.slice(account.length + 1), earned: null, told: xp }],
    )
    return [...ofFacts, ...ofNothing]
  }

  #tell(event: EventOf<'xpAwarded'>): void {
    const { account, xp, key } = event
    this.#xp.set(account, addXp(this.#xp.get(account) ?? 0, xp))
    if (key === undefined) {
      this.#older.push({ account, key: keyOf(event) })
      return
    }
    const name = nameOf({ account, key })
    const known = this.#told.get(name)
    if (known) known.times++
    else this.#told.set(name, { account, xp, times: 1 })
  }
}

const nameOf = ({ account, key }: Pick<Award, 'account' | 'key'>): string => `${account} ${key}`

function differenceOf({ account, key, xp: earned }: Award, told: Told | undefined): Difference[] {
  if (!told) return [{ is: 'untold', account, key, earned, told: null }]
  if (told.times > 1) return [{ is: 'twice', account, key, earned, told: told.xp * told.times }]
  return told.xp === earned ? [] : [{ is: 'amount', account, key, earned, told: told.xp }]
}
