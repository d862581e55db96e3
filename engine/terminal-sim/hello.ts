import { createHash } from 'node:crypto'
import type { SimulatorStart } from '../contracts/simulator.ts'
import { PROTOCOL_VERSION, type Hello } from '../contracts/wire/index.ts'

const LOGIN_HASH_BYTES = 16

/** Who this terminal says it is. Its account has no login, so its uuid and the account's number stand for one. */
export const helloOf = ({ uuid, account }: SimulatorStart, number: number): Omit<Hello, 'nonce'> => ({
  versions: [PROTOCOL_VERSION],
  uuid,
  loginHash: createHash('sha256')
    .update(`${uuid} ${number}`)
    .digest()
    .subarray(0, LOGIN_HASH_BYTES)
    .toString('hex'),
  broker: 'BITTEN training ground',
  server: 'simulated',
  build: 0,
  program: 'terminal-sim',
  margin: account.margin,
  kind: 'simulated',
  takes: ['placeUntil'],
})
