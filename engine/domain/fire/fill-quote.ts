import type { ShotInputs } from './shot.ts'

/** The quote that a shot would be filled at: the one of now, or for one that waits the one at its entry, as wide as now. */
export function fillQuote({
  at,
  quote,
  mission: { side, entry },
}: Pick<ShotInputs, 'at' | 'quote' | 'mission'>): Readonly<{ bid: number; ask: number }> | null {
  if (!quote || at === 'market') return quote
  const spread = quote.ask - quote.bid
  return side === 'buy' ? { bid: entry - spread, ask: entry } : { bid: entry, ask: entry + spread }
}

/** What is paid to get in: a buy pays the ask, a sale gets the bid. */
export const entryPrice = (
  side: ShotInputs['mission']['side'],
  { bid, ask }: Readonly<{ bid: number; ask: number }>,
): number => (side === 'buy' ? ask : bid)
