export { openLedger } from './sqlite-ledger.ts'
export { memoryLedger } from './memory-ledger.ts'
export { verifyLedger } from './verify-ledger.ts'
export { openArchive, type Archive } from './archive.ts'
