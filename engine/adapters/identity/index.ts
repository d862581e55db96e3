export { countedIds, randomIds } from './ids.ts'
export { setClock, systemClock } from './clock.ts'
