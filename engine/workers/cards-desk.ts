import { openInstallKey, verifySignature } from '../adapters/identity/index.ts'
import type { CardCheck, KillCardAnswer } from '../contracts/card.ts'
import type { Query } from '../contracts/queries.ts'
import { shownFacts } from '../domain/cards/shown-facts.ts'
import type { Signer } from '../ports/signer.ts'
import type { RecordDesk } from './record/record-desk.ts'

export type CardQuery = Extract<Query, { kind: 'killCard' | 'verifyCard' }>
export const isCardQuery = (query: Query): query is CardQuery =>
  query.kind === 'killCard' || query.kind === 'verifyCard'

/** Draws cards and checks them. What draws is loaded when the first one is asked for: it is 35 MB that most desks start without. */
export class CardsDesk {
  readonly #dataFolder: string
  readonly #record: RecordDesk
  #signer: Signer | null = null

  constructor(dataFolder: string, record: RecordDesk) {
    this.#dataFolder = dataFolder
    this.#record = record
  }

  /** Null: it was stopped meanwhile. Throws `StoreFault` when the ledger or the install's key cannot be read. */
  async answer(query: CardQuery): Promise<KillCardAnswer | CardCheck | null> {
    const pictures = await import('../adapters/pictures/index.ts')
    if (query.kind === 'verifyCard') return pictures.checkCard(query.picture, verifySignature)
    const books = await this.#record.upToDate()
    if (books === null) return null
    const facts = books.cards.factsOf(query.order, query.seq)
    if (facts === null)
      return {
        is: 'unknown',
        text: `The ledger has no closed trade of order ${query.order}: a card is made when a trade is over.`,
      }
    this.#signer ??= openInstallKey(this.#dataFolder)
    const shown = shownFacts(facts, query.look.hide)
    return { is: 'card', ...(await pictures.tradeCardPicture(shown, query.look, this.#signer)) }
  }
}
