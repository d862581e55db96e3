export { openMarketStore } from './sqlite-bar-store.ts'
export { openMarketReader, type MarketReader } from './market-reader.ts'
