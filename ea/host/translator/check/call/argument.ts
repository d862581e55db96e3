import { convert, RANK, type Complaint } from '../conversion/convert.ts'
import { isSameOrDerived } from '../model/class-facts.ts'
import { printType } from '../model/print-type.ts'
import { isOpen, sameType, type ArrayType, type Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'

/** A parameter with its template filled in. */
export type Formal = { readonly type: Type; readonly reference: boolean; readonly constant: boolean }

/** How well a value fits a parameter: a rank, or why it does not. */
export type Fit =
  | { readonly fits: true; readonly rank: number; readonly complaint: Complaint | null }
  | { readonly fits: false; readonly complaint: Complaint }

function fits(rank: number, complaint: Complaint | null = null): Fit {
  return { fits: true, rank, complaint }
}

function refuses(code: number, text: string): Fit {
  return { fits: false, complaint: { code, text } }
}

export function fitArgument(value: Value, formal: Formal): Fit {
  if (value.type.kind === 'void') return refuses(151, 'an expression of type void is no argument')
  if (formal.type.kind === 'array') return fitArray(value, formal, formal.type)
  if (value.type.kind === 'array' && !isOpen(formal.type)) {
    return refuses(246, `an array cannot become '${printType(formal.type)}'`)
  }
  return formal.reference ? fitReference(value, formal) : fitValue(value, formal.type)
}

function fitValue(value: Value, to: Type): Fit {
  const conversion = convert(value, to)
  if (conversion !== null) return fits(conversion.rank, conversion.complaint)
  return refuses(246, `cannot convert '${printType(value.type)}' to '${printType(to)}'`)
}

function fitArray(value: Value, formal: Formal, wanted: ArrayType): Fit {
  const given = value.type
  if (isOpen(given)) return fits(RANK.widened)
  if (given.kind !== 'array') return refuses(241, `an array is wanted, not '${printType(given)}'`)
  const elementFits = isOpen(wanted.element) || sameType(given.element, wanted.element)
  if (!elementFits || !sameShape(given, wanted)) {
    return refuses(201, `an array '${printType(wanted)}' is wanted, not '${printType(given)}'`)
  }
  if (value.constant && !formal.constant) {
    return refuses(202, 'a constant array cannot be passed to be changed')
  }
  return fits(RANK.same)
}

function sameShape(given: ArrayType, wanted: ArrayType): boolean {
  if (isOpen(wanted.element)) return true
  if (given.dimensions.length !== wanted.dimensions.length) return false
  return wanted.dimensions.slice(1).every((size, index) => size === given.dimensions[index + 1])
}

function fitReference(value: Value, formal: Formal): Fit {
  const wanted = formal.type
  const object = value.type.kind === 'pointer' && wanted.kind === 'class' ? value.type.to : value.type
  const constant =
    value.type.kind === 'pointer' && wanted.kind === 'class' ? value.type.constant : value.constant
  const viaPointer = object !== value.type
  if (!value.place && !viaPointer && !formal.constant) {
    return refuses(200, 'a parameter passed by reference must be a variable')
  }
  if (constant && !formal.constant)
    return refuses(202, 'a constant cannot be passed by a reference that may change it')
  if (isOpen(wanted) || isOpen(object)) return fits(RANK.widened)
  if (!isSameOrDerived(object, wanted)) {
    if (formal.constant && !value.place) return fitValue(value, wanted)
    return refuses(201, `a variable of type '${printType(wanted)}' is wanted, not '${printType(value.type)}'`)
  }
  return fits(sameType(object, wanted) ? RANK.same : RANK.promoted)
}
