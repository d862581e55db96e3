import type { OutMessage } from '../../ports/index.ts'
import { encodeBody } from '../../wire/index.ts'

/** The bytes of a message to a terminal; the host numbers and signs them. */
export const encodeMessage = ({ type, body }: OutMessage): Uint8Array => encodeBody(type, body)
