/** Trade requests as words for the probe: numbers are those of MQL5's enumerations. */
const BUY = 'send action=1 symbol=EURUSD volume=0.1 type=0 filling=0'
const SELL = 'send action=1 symbol=EURUSD volume=0.1 type=1 filling=0'

/** Later words of a name do not count: what is given here stands in front. */
function withWords(request: string, words: string): string {
  const given = words.split(' ').filter(word => word !== '')
  const names = new Set(given.map(word => word.slice(0, word.indexOf('='))))
  const kept = request.split(' ').filter(word => !names.has(word.slice(0, word.indexOf('='))))
  return [...kept, ...given].join(' ')
}

export const buy = (words = ''): string => withWords(BUY, words)
export const sell = (words = ''): string => withWords(SELL, words)
export const stops = (position: number, words: string): string =>
  `send action=6 position=${position} ${words}`
export const pending = (type: number, price: number, words = ''): string =>
  withWords(`send action=5 symbol=EURUSD volume=0.1 type=${type} price=${price} filling=2`, words)
export const remove = (order: number): string => `send action=8 order=${order}`

export const TYPE = { buyLimit: 2, sellLimit: 3, buyStop: 4, sellStop: 5, buyStopLimit: 6 } as const
