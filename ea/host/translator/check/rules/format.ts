import type { CallExpression } from '../../ast.ts'
import { numberFacts } from '../model/numbers.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, type Type } from '../model/type.ts'
import { OWN_CODES } from '../own-codes.ts'
import type { Here } from '../work.ts'

const SPECIFIER = /%(?:%|([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?(I64|I32|hh|h|ll|l)?([a-zA-Z])?)/g
const WHOLE = 'diouxXcC'
const REAL = 'eEfFgGaA'

type Wanted = { readonly letter: string; readonly wide: boolean }

/** A literal format must have a letter of the right kind for each value. MT5 ends the program otherwise. */
export function checkFormat(call: CallExpression, here: Here): void {
  const [format, ...values] = call.arguments
  if (format === undefined) return
  const { known } = here.work.types.of(format)
  if (typeof known !== 'string') return
  const wanted = lettersOf(known)
  const report = (text: string): void => here.work.report(format.at, OWN_CODES.format, text)
  if (wanted === null) return report('the format has a % without a known letter')
  if (wanted.length !== values.length) {
    return report(`the format wants ${wanted.length} values, and there are ${values.length}`)
  }
  wanted.forEach((each, index) => {
    const value = values[index]
    if (value === undefined) return
    const complaint = mismatch(each, here.work.types.of(value).type)
    if (complaint !== null) here.work.report(value.at, OWN_CODES.format, complaint)
  })
}

function lettersOf(format: string): Wanted[] | null {
  const wanted: Wanted[] = []
  for (const [whole, , width, precision, size, letter] of format.matchAll(SPECIFIER)) {
    if (whole === '%%') continue
    if (letter === undefined || !`${WHOLE}${REAL}sSp`.includes(letter)) return null
    for (const star of [width, precision]) if (star === '*') wanted.push({ letter: 'd', wide: false })
    wanted.push({ letter, wide: size === 'I64' || size === 'll' || size === 'l' })
  }
  return wanted
}

function mismatch({ letter, wide }: Wanted, type: Type): string | null {
  if (isOpen(type)) return null
  const facts = numberFacts(type)
  const told = `'%${letter}' does not fit '${printType(type)}'`
  if (letter === 's' || letter === 'S') return type.kind === 'string' ? null : told
  if (facts === null) return told
  if (REAL.includes(letter)) return facts.floating ? null : told
  if (!WHOLE.includes(letter)) return null
  if (facts.floating) return told
  // Eight bytes need I64; a short of them prints the lower half.
  return facts.bytes === 8 && !wide ? `${told}: eight bytes need '%I64${letter}'` : null
}
