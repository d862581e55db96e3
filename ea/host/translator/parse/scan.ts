import { isWord, type TokenStream } from './token-stream.ts'
import type { TypeNames } from './type-names.ts'
import { BUILT_IN_TYPES, isReserved } from './words.ts'

/** What a look ahead found: the token after the type, and how sure it is that it is one. */
export type ScannedType = {
  readonly end: number
  /** Known by its name, or written in a way that only types are. */
  readonly certain: boolean
  readonly pointer: boolean
}

/**
 * Looks whether a type could begin at a token, without reading it: `const Outer::Inner<int> *`. Null when
 * it could not.
 */
export function scanType(stream: TokenStream, types: TypeNames, start: number): ScannedType | null {
  let index = start
  const constant = isWord(stream.tokenAt(index), 'const')
  if (constant) index += 1
  const name = scanTypeName(stream, types, index)
  if (name === null) return null
  index = name.end
  if (isWord(stream.tokenAt(index), 'const')) index += 1
  const pointer = isWord(stream.tokenAt(index), '*')
  if (pointer) index += 1
  if (pointer && isWord(stream.tokenAt(index), 'const')) index += 1
  return { end: index, certain: constant || name.certain, pointer }
}

/** The same for the name alone, without `const` and `*`. */
export function scanTypeName(
  stream: TokenStream,
  types: TypeNames,
  start: number,
): { end: number; certain: boolean } | null {
  let index = start
  if (isWord(stream.tokenAt(index), '::')) index += 1
  for (;;) {
    const token = stream.tokenAt(index)
    if (token.kind !== 'name') return null
    if (BUILT_IN_TYPES.has(token.text)) return { end: index + 1, certain: true }
    if (isReserved(token.text)) return null
    index += 1
    const templateEnd = scanTypeArguments(stream, types, index)
    if (templateEnd !== null) index = templateEnd
    if (!isWord(stream.tokenAt(index), '::') || !isNamePart(stream, index + 1)) {
      return { end: index, certain: types(token.text) }
    }
    index += 1
  }
}

function isNamePart(stream: TokenStream, index: number): boolean {
  const { kind, text } = stream.tokenAt(index)
  return kind === 'name' && !isReserved(text)
}

/**
 * The token after `<int, Frame *>`, or null when it is no list of type arguments. The first must be known
 * as a type: otherwise `a<b` compares.
 */
export function scanTypeArguments(stream: TokenStream, types: TypeNames, start: number): number | null {
  if (!isWord(stream.tokenAt(start), '<')) return null
  return stream.nest(() => {
    let index = start
    do {
      const argument = scanType(stream, types, index + 1)
      if (argument === null || !argument.certain) return null
      index = argument.end
    } while (isWord(stream.tokenAt(index), ','))
    return isWord(stream.tokenAt(index), '>') ? index + 1 : null
  })
}

/** The token after the bracket that closes the one at `start`; the end when nothing does. */
export function scanBrackets(stream: TokenStream, start: number): number {
  let depth = 0
  for (let index = start; ; index += 1) {
    const token = stream.tokenAt(index)
    if (token.kind === 'end') return index
    if (token.kind !== 'punctuator') continue
    if ('([{'.includes(token.text)) depth += 1
    if (')]}'.includes(token.text)) depth -= 1
    if (depth === 0) return index + 1
  }
}
