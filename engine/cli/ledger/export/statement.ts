import type { EngineEvent, EventOf } from '../../../contracts/events.ts'
import type { ClosedTrade } from '../../../contracts/mission.ts'
import type { AccountKind } from '../../../contracts/primitives.ts'
import type { Deal } from '../../../contracts/wire/index.ts'
import { accountId } from '../../../domain/fire/account-id.ts'

export type StatementDeal = Readonly<{ deal: Deal; ours: boolean }>

/** What one account did; another account of the same terminal is another statement. */
export type AccountStatement = Readonly<{
  terminal: string
  kind: AccountKind
  broker: string
  server: string
  deals: StatementDeal[]
  trades: ClosedTrade[]
}> & {
  /** The newest that the desk was told, cents; null when it never was. */
  balanceCents: number | null
}

export type Sums = Readonly<{ profit: number; commission: number; swap: number; net: number }>

/** Gathers deals and closed trades by account, from the events in their order. */
export class StatementBook {
  readonly #kind: AccountKind | null
  readonly #accounts = new Map<string, AccountStatement>()
  readonly #present = new Map<string, AccountStatement>()

  /** `kind`: only accounts of this kind; null: all. */
  constructor(kind: AccountKind | null) {
    this.#kind = kind
  }

  add(event: EngineEvent): void {
    switch (event.kind) {
      case 'terminalLinked':
        return this.#linked(event)
      case 'dealDone':
        this.#present.get(event.terminal)?.deals.push({ deal: event.deal, ours: event.order !== null })
        return
      case 'tradeClosed':
        this.#present.get(event.trade.terminal)?.trades.push(event.trade)
        return
      case 'equityMarked': {
        const account = this.#accounts.get(keyOf(event))
        if (account) account.balanceCents = event.balanceCents
        return
      }
      default:
        return
    }
  }

  accounts(): readonly AccountStatement[] {
    return [...this.#accounts.values()].filter(
      ({ kind, deals, trades }) =>
        (this.#kind === null || kind === this.#kind) && deals.length + trades.length > 0,
    )
  }

  #linked(event: EventOf<'terminalLinked'>): void {
    const { terminal, account: kind, broker, server } = event
    const key = keyOf({ ...event, loginHash: accountId(event) })
    const known = this.#accounts.get(key)
    const account = known ?? { terminal, kind, broker, server, deals: [], trades: [], balanceCents: null }
    this.#accounts.set(key, account)
    this.#present.set(terminal, account)
  }
}

/** What the deals of BITTEN's own orders came to, cents. */
export function sumsOf({ deals }: AccountStatement): Sums {
  const sum = (of: (deal: Deal) => number) =>
    deals.filter(({ ours }) => ours).reduce((total, { deal }) => total + of(deal), 0)
  const [profit, commission, swap] = [
    sum(deal => deal.profit),
    sum(deal => deal.commission),
    sum(deal => deal.swap),
  ]
  return { profit, commission, swap, net: profit + commission + swap }
}

const keyOf = ({ terminal, account, loginHash }: { terminal: string; account: string; loginHash: string }) =>
  `${terminal} ${account} ${loginHash}`
