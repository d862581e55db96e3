import type { Complaint } from '../conversion/convert.ts'
import type { FunctionSymbol } from '../model/symbol.ts'
import { isOpen, substitute, type Type } from '../model/type.ts'
import type { Value } from '../model/value.ts'
import { fitArgument, type Fit, type Formal } from './argument.ts'
import { deduce, type Filling } from './deduce.ts'
import { largerType } from './larger-type.ts'

/** A function that takes the arguments, with its template filled in. */
export type Match = {
  readonly callee: FunctionSymbol
  readonly filled: ReadonlyMap<string, Type>
  readonly fits: readonly Fit[]
  /** What the call gives back. */
  readonly result: Type
}

export type Choice =
  | { readonly kind: 'chosen'; readonly match: Match }
  /** `argument` is the one to blame; -1 blames the call itself. */
  | { readonly kind: 'refused'; readonly argument: number; readonly complaint: Complaint }

function refused(code: number, text: string, argument = -1): Choice {
  return { kind: 'refused', argument, complaint: { code, text } }
}

export type Given = {
  readonly values: readonly Value[]
  /** Template arguments that the call writes out. */
  readonly written: readonly Type[]
  /** What a class template's parameters are in the object that the method belongs to. */
  readonly owner: ReadonlyMap<string, Type>
}

/** Chooses among overloads as MQL5 does: the one that needs the least conversion, and only one may. */
export function choose(candidates: readonly FunctionSymbol[], given: Given): Choice {
  const name = candidates[0]?.name ?? ''
  const right = candidates.filter(each => takesCount(each, given.values.length))
  if (right.length === 0) return refused(199, `'${name}' does not take ${given.values.length} arguments`)
  const matches = right.map(each => match(each, given)).filter(each => each !== null)
  const viable = matches.filter(each => each.fits.every(fit => fit.fits))
  const [only] = right.length === 1 ? matches : []
  if (viable.length === 0) return only === undefined ? noOverload(name, right) : blame(only)
  const ranked = viable
    .map(each => ({ each, rank: rankOf(each) }))
    .sort((one, other) => one.rank - other.rank)
  const [best, second] = ranked
  if (best === undefined) return noOverload(name, right)
  const sure = !given.values.some(value => isOpen(value.type))
  if (sure && second !== undefined && second.rank === best.rank) {
    return refused(182, `ambiguous call of '${name}': several overloads fit`)
  }
  return { kind: 'chosen', match: best.each }
}

function noOverload(name: string, right: readonly FunctionSymbol[]): Choice {
  const template = right.some(each => each.template !== null) && right.length === 1
  return refused(template ? 362 : 166, `no function '${name}' takes these arguments`)
}

function blame({ fits }: Match): Choice {
  const argument = fits.findIndex(fit => !fit.fits)
  const fit = fits[argument]
  return fit === undefined || fit.complaint === null
    ? refused(166, 'the arguments do not fit')
    : { kind: 'refused', argument, complaint: fit.complaint }
}

function takesCount(callee: FunctionSymbol, count: number): boolean {
  const required = callee.parameters.filter(parameter => parameter.defaultValue === null).length
  return count >= required && (callee.variadic || count <= callee.parameters.length)
}

function match(callee: FunctionSymbol, given: Given): Match | null {
  const deduced: Filling | null =
    callee.template === null ? new Map() : deduce(callee, given.written, given.values)
  if (deduced === null) return null
  const filled = new Map([...given.owner, ...deduced])
  const larger = largerType(callee, given.values)
  const fits = given.values.map((value, index): Fit => {
    const parameter = callee.parameters[index]
    if (parameter === undefined) return fitExtra(value)
    if (larger !== null) return fitArgument(value, { type: larger, reference: false, constant: false })
    return fitArgument(value, formalOf(parameter, anyArray(callee, parameter) ? new Map() : filled))
  })
  return { callee, filled, fits, result: larger ?? substitute(callee.returnType, filled) }
}

/** `T &array[]` of a built-in takes any number of dimensions. */
function anyArray(callee: FunctionSymbol, { type }: Formal): boolean {
  return callee.builtin && type.kind === 'array' && type.element.kind === 'open'
}

function formalOf(parameter: Formal, filled: ReadonlyMap<string, Type>): Formal {
  const { type, reference, constant } = parameter
  return { type: substitute(type, filled), reference, constant }
}

/** What a function with `...` takes: simple values and strings. */
function fitExtra({ type }: Value): Fit {
  if (type.kind === 'void') {
    return { fits: false, complaint: { code: 151, text: 'an expression of type void is no argument' } }
  }
  const simple = type.kind !== 'array' && type.kind !== 'class'
  if (simple) return { fits: true, rank: 0, complaint: null }
  return { fits: false, complaint: { code: 246, text: 'only values of simple types can be passed here' } }
}

const PER_TEMPLATE = 0.5

/** Between equals the function that is no template is better. */
function rankOf({ callee, fits }: Match): number {
  const ranks = fits.map(fit => (fit.fits ? fit.rank : 0))
  return ranks.reduce((sum, rank) => sum + rank, callee.template === null ? 0 : PER_TEMPLATE)
}
