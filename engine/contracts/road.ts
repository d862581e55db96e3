/** By which way a terminal is linked. Each terminal is on one at a time. */
import { z } from 'zod'

/** `zmq`: the connection of docs/protocol.md. `files`: its section 8. `legacy`: the predecessor's Expert Advisor, unmodified. */
export const Road = z.enum(['zmq', 'files', 'legacy'])
export type Road = z.infer<typeof Road>
