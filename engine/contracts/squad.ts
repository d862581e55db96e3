/** Who somebody is to other traders: a call-sign and the key of their install. */
import { z } from 'zod'

/** Ed25519 public key, 32 bytes, base64url without padding (RFC 8032, RFC 4648). */
export const PublicKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'expected an Ed25519 public key of 43 characters')
  .brand<'PublicKey'>()
export type PublicKey = z.infer<typeof PublicKey>

/** Ed25519 signature, 64 bytes, base64url without padding. */
export const Signature = z
  .string()
  .regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, 'expected an Ed25519 signature of 86 characters')
  .brand<'Signature'>()
export type Signature = z.infer<typeof Signature>

/** Characters that make a text show as another one: controls, marks that turn its direction around, and letters without a shape. */
const MISLEADING =
  /[\u034f\u17b4\u17b5\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]/u
/** Something that is seen: joiners and the forms of an emoji alone show nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What a reader takes for one character: an emoji may be seven of Unicode's. */
const characters = new Intl.Segmenter()
function isOfLength(text: string, least: number, most: number): boolean {
  const { length } = Array.from(characters.segment(text))
  return length >= least && length <= most
}

/** In UTF-8: a report with the longest call-sign still fits into a QR code. */
const MOST_BYTES = 72
const bytesOf = (text: string): number =>
  Array.from(text, letter => letter.codePointAt(0) ?? 0).reduce(
    (sum, code) => sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
    0,
  )

/** Any script and emoji; at most 24 characters, none of them misleading, and fewer of those that take more room. */
export const CallSign = z
  .string()
  .max(200)
  .overwrite(text => text.normalize('NFC').trim())
  .refine(text => !MISLEADING.test(text), 'a call-sign has no control or direction marks')
  .refine(text => VISIBLE.test(text), 'a call-sign has a letter, a digit or a sign that is seen')
  .refine(text => isOfLength(text, 2, 24), 'a call-sign has 2 to 24 characters')
  .refine(
    text => bytesOf(text) <= MOST_BYTES,
    'a call-sign of emoji has at most 18 of them, and fewer where each is joined from many',
  )
  .brand<'CallSign'>()
export type CallSign = z.infer<typeof CallSign>

/** What others get to see: only the call-sign and rank; counts and R as well; or money too. */
export const Privacy = z.enum(['name', 'results', 'all'])
export type Privacy = z.infer<typeof Privacy>
