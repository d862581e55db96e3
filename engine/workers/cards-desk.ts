import { openInstallKey } from '../adapters/identity/index.ts'
import type { CardAnswer, CardCheck } from '../contracts/card.ts'
import type { Query } from '../contracts/queries.ts'
import { shownFacts } from '../domain/cards/shown-facts.ts'
import { sitrepFacts } from '../domain/cards/sitrep-facts.ts'
import type { Books } from '../domain/record/record-books.ts'
import type { Signer } from '../ports/signer.ts'
import type { CardChecks } from './card-checks.ts'
import type { RecordDesk } from './record/record-desk.ts'

type Asked<K extends Query['kind']> = Extract<Query, { kind: K }>
export type CardQuery = Asked<'killCard' | 'sitrepCard' | 'verifyCard'>
export const isCardQuery = (query: Query): query is CardQuery =>
  query.kind === 'killCard' || query.kind === 'sitrepCard' || query.kind === 'verifyCard'

/** Draws cards, and has them checked. What draws is loaded when the first one is asked for: it is 35 MB that most desks start without. */
export class CardsDesk {
  readonly #dataFolder: string
  readonly #record: RecordDesk
  readonly #checks: CardChecks
  #signer: Signer | null = null

  constructor(dataFolder: string, record: RecordDesk, checks: CardChecks) {
    this.#dataFolder = dataFolder
    this.#record = record
    this.#checks = checks
  }

  /** Null: it was stopped meanwhile. Throws `StoreFault` when the ledger or the install's key cannot be read. */
  async answer(query: CardQuery): Promise<CardAnswer | CardCheck | null> {
    if (query.kind === 'verifyCard') return this.#checks.check(query.picture)
    const books = await this.#record.upToDate()
    if (books === null) return null
    return query.kind === 'killCard' ? this.#tradeCard(books, query) : this.#sitrep(books, query)
  }

  async #tradeCard({ cards }: Books, { order, seq, look }: Asked<'killCard'>): Promise<CardAnswer> {
    const facts = cards.factsOf(order, seq)
    if (facts === null)
      return unknown(`The ledger has no closed trade of order ${order}: a card is made when a trade is over.`)
    const { tradeCardPicture } = await import('../adapters/pictures/index.ts')
    return {
      is: 'card',
      ...(await tradeCardPicture(shownFacts(facts, look.hide), look, this.#openSigner())),
    }
  }

  async #sitrep(
    { cards, reports }: Books,
    { account, weekMs, look }: Asked<'sitrepCard'>,
  ): Promise<CardAnswer> {
    const facts = sitrepFacts(reports.report('sitrep', account, weekMs), cards.callSign)
    if (facts === null)
      return unknown('That week is not over yet: its picture is made when its SITREP is told.')
    const { sitrepPicture } = await import('../adapters/pictures/index.ts')
    return {
      is: 'card',
      ...(await sitrepPicture(shownFacts(facts, look.hide), look, this.#openSigner())),
    }
  }

  #openSigner(): Signer {
    this.#signer ??= openInstallKey(this.#dataFolder)
    return this.#signer
  }
}

const unknown = (text: string): CardAnswer => ({ is: 'unknown', text })
