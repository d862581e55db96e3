import { MOST_DISPATCH_CHARACTERS, type Dispatch } from '../../contracts/dispatches.ts'
import type { Dispatches } from '../../ports/dispatches.ts'
import type { Signer, Verify } from '../../ports/signer.ts'
import { MARK, signedBytes } from './parts.ts'
import { bodyText } from './body.ts'
import { readDispatch } from './read-dispatch.ts'

/** Dispatches that are signed in the name of this install. */
export const signedDispatches = (signer: Signer, verify: Verify): Dispatches => ({
  key: signer.publicKey,
  write: dispatch => writeDispatch(dispatch, signer),
  read: text => readDispatch(text, verify),
})

function writeDispatch(dispatch: Dispatch, signer: Signer): string {
  const body = Buffer.from(bodyText(dispatch.kind, dispatch.body)).toString('base64url')
  const head = `${MARK}.${dispatch.kind}.${body}.${signer.publicKey}`
  const text = `${head}.${signer.sign(signedBytes(head))}`
  if (text.length > MOST_DISPATCH_CHARACTERS)
    throw new Error(`a ${dispatch.kind} of ${text.length} characters does not fit into a QR code`)
  return text
}
