export { decodeMessage, type Decoded } from './decode.ts'
