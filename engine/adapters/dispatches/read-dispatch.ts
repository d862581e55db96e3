import { DISPATCH_BODIES, type DispatchKind } from '../../contracts/dispatches.ts'
import type { NoDispatch, SignedDispatch } from '../../ports/dispatches.ts'
import type { Verify } from '../../ports/signer.ts'
import { readBody } from './body.ts'
import { notADispatch, partsOf, signedBytes } from './parts.ts'

const isKind = (kind: string): kind is DispatchKind => Object.hasOwn(DISPATCH_BODIES, kind)

/** The signature comes before anything that it signs is read. */
export function readDispatch(text: string, verify: Verify): SignedDispatch | NoDispatch {
  const parts = partsOf(text)
  if (parts.is === 'refused') return parts
  const { head, kind, body, by, signature } = parts
  if (!verify(by, signedBytes(head), signature))
    return notADispatch('FORGED', 'The signature of this dispatch does not fit: it was changed on its way, or forged. Ask its sender for it again.') // prettier-ignore
  if (!isKind(kind))
    return notADispatch('UNKNOWN_DISPATCH', 'This dispatch is of a kind that this BITTEN does not know: update it.') // prettier-ignore
  const dispatch = readBody(kind, body)
  if (dispatch === null)
    return notADispatch('UNREADABLE', 'This dispatch is signed, but not as BITTEN writes one: ask its sender which program wrote it.') // prettier-ignore
  return { is: 'dispatch', by, ...dispatch }
}
