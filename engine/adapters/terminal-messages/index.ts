export { decodeMessage, type Decoded } from './decode.ts'
export { encodeMessage } from './encode.ts'
export { BAR_BYTES, readTicks, type TickVisitor } from '../../wire/index.ts'
