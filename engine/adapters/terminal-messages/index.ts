export { decodeMessage, type Decoded } from './decode.ts'
export { encodeMessage } from './encode.ts'
export { readTicks, type TickVisitor } from '../../wire/index.ts'
