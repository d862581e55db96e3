/** `npm run ea -- protocol`: writes Protocol.mqh anew, after the contracts have changed. Runs in the project's folder. */
import { writeFileSync } from 'node:fs'
import { protocolHeader } from './protocol-header.ts'

const FILE = 'ea/Include/BITTEN/Protocol.mqh'

writeFileSync(FILE, protocolHeader())
process.stdout.write(`${FILE} is what the contracts give.\n`)
