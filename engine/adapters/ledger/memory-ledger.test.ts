import { describeLedger } from '../../testkit/ledger-contract.ts'
import { memoryLedger } from './memory-ledger.ts'

describeLedger('The ledger in memory', memoryLedger)
