export { openMarketStore } from './sqlite-bar-store.ts'
