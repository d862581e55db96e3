import type { Dispatch, DispatchFault } from '../contracts/dispatches.ts'
import type { PublicKey } from '../contracts/squad.ts'

/** Signed by the owner of the key `by`, and exactly as it was signed. Whether it may be trusted is for the reader to judge. */
export type SignedDispatch = Dispatch & Readonly<{ is: 'dispatch'; by: PublicKey }>

/** `text`: one sentence for a person. */
export type NoDispatch = Readonly<{ is: 'refused'; code: DispatchFault; text: string }>

/** Writes and reads what travels between traders as signed text. */
export interface Dispatches {
  /** Of this install, which signs. */
  readonly key: PublicKey
  /** One line. Throws when the body is none that a reader would take: a defect of the writer. */
  write(dispatch: Dispatch): string
  /** White space counts nothing. Never throws. */
  read(text: string): SignedDispatch | NoDispatch
}
