import { MOST_DISPATCH_CHARACTERS, type DispatchFault } from '../../contracts/dispatches.ts'
import { PublicKey, Signature } from '../../contracts/squad.ts'
import type { NoDispatch } from '../../ports/dispatches.ts'

const NAME = 'BITTEN'
const VERSION = '1'
/** How every dispatch of this version begins. */
export const MARK = `${NAME}${VERSION}`
const PARTS = 5
const SIGNATURE_CHARACTERS = 86

/** The five parts of a dispatch: mark, kind, body, key, signature. `head` is what was signed: all but the signature. */
export type Parts = Readonly<{
  is: 'parts'
  head: string
  kind: string
  body: string
  by: PublicKey
  signature: Signature
}>

/** The mark is signed too: nothing else that an install signs begins with it. */
export const signedBytes = (head: string): Uint8Array => Buffer.from(head, 'utf8')

export const notADispatch = (code: DispatchFault, text: string): NoDispatch => ({ is: 'refused', code, text })

const CUT_SHORT = notADispatch('CUT_SHORT', 'This dispatch was cut short: copy all of it, to its last character.') // prettier-ignore
export const CHANGED = notADispatch('CHANGED', 'This dispatch was changed on its way: ask its sender for it again.') // prettier-ignore

/** Takes a text apart. Nothing is known yet of who wrote it. */
export function partsOf(given: string): Parts | NoDispatch {
  const text = given.replace(/\s+/g, '')
  const version = /^BITTEN(\d{1,6})\./.exec(text)?.[1]
  if (version === undefined)
    return notADispatch('NOT_A_DISPATCH', `This is no dispatch of BITTEN: one begins with ${MARK}.`)
  if (version !== VERSION)
    return notADispatch('OTHER_VERSION', `This dispatch is of version ${version} and this BITTEN reads version ${VERSION}: both traders need the same one.`) // prettier-ignore
  if (text.length > MOST_DISPATCH_CHARACTERS)
    return notADispatch('TOO_LONG', `This is longer than any dispatch, ${text.length} characters where ${MOST_DISPATCH_CHARACTERS} are the most: copy only one.`) // prettier-ignore
  const [, kind = '', body = '', key = '', signature = '', ...more] = text.split('.')
  if (more.length > 0) return CHANGED
  if (text.split('.').length < PARTS || signature.length < SIGNATURE_CHARACTERS) return CUT_SHORT
  const by = PublicKey.safeParse(key)
  const signed = Signature.safeParse(signature)
  if (!by.success || !signed.success) return CHANGED
  const head = text.slice(0, text.lastIndexOf('.'))
  return { is: 'parts', head, kind, body, by: by.data, signature: signed.data }
}
