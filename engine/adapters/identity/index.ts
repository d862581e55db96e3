export { countedIds, randomIds } from './ids.ts'
export { setClock, systemClock } from './clock.ts'
export { localTime } from './local-time.ts'
export { openInstallKey, verifySignature } from './install-key.ts'
