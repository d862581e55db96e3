import type {
  AssignmentExpression,
  BinaryExpression,
  CallExpression,
  CastExpression,
  ConditionalExpression,
  Expression,
  IndexExpression,
  MemberExpression,
  NewExpression,
  ScopedName,
  SizeofExpression,
  TypenameExpression,
  UnaryExpression,
} from '../ast.ts'
import type { Types } from '../check/types.ts'
import { writeLiteral } from './literals.ts'
import { orderedOperator } from './order.ts'
import * as precedence from './precedence.ts'
import type { Symbols } from './symbols.ts'
import { namedType, typeText } from './types.ts'
import { identifier } from './words.ts'

/** Where an expression stands: the class whose method it is in, if any; and what the checker knows of it. */
export type Place = {
  readonly symbols: Symbols
  readonly className: string | null
  readonly types: Types | null
}

/** An expression in C++. */
export function writeExpression(expression: Expression, place: Place): string {
  switch (expression.kind) {
    case 'identifier':
      return identifier(expression.name)
    case 'scoped':
      return scopedName(expression, place)
    case 'this':
      return 'mql::GetPointer(*this)'
    case 'member':
      return member(expression, place)
    case 'index':
      return index(expression, place)
    case 'call':
      return call(expression, place)
    case 'unary':
      return unary(expression, place)
    case 'postfix':
      return `${operand(expression.operand, precedence.PRIMARY, place)}${expression.operator}`
    case 'binary':
      return binary(expression, place)
    case 'assignment':
      return assignment(expression, place)
    case 'conditional':
      return conditional(expression, place)
    case 'comma':
      return expression.expressions.map(part => operand(part, precedence.ASSIGNMENT, place)).join(', ')
    case 'cast':
      return cast(expression, place)
    case 'new':
      return created(expression, place)
    case 'dynamicCast':
      return `mql::dynamicCast<${typeText(expression.type)}>(${writeExpression(expression.operand, place)})`
    case 'sizeof':
      return size(expression, place)
    case 'typename':
      return nameOfType(expression, place)
    case 'offsetof':
      return `offsetof(${namedType(expression.type)}, ${identifier(expression.member)})`
    case 'initializerList':
      return `{${list(expression.elements, place)}}`
    default:
      return writeLiteral(expression)
  }
}

/** An operand, in brackets if it is looser than its place allows. */
function operand(expression: Expression, least: number, place: Place): string {
  const text = writeExpression(expression, place)
  return precedence.precedenceOf(expression) < least ? `(${text})` : text
}

export function list(expressions: readonly Expression[], place: Place): string {
  return expressions.map(part => operand(part, precedence.ASSIGNMENT, place)).join(', ')
}

function scopedName({ scope, name }: ScopedName, place: Place): string {
  if (scope !== null) return `${namedType(scope)}::${identifier(name)}`
  return place.symbols.isBuiltin(name) ? `mql::${name}` : `program::${identifier(name)}`
}

/** Objects and pointers alike answer to `->`: see the runtime's Pointer, and what classes get. */
function member({ object, scope, name }: MemberExpression, place: Place): string {
  const target = object.kind === 'this' ? 'this' : operand(object, precedence.PRIMARY, place)
  return `${target}->${scope === null ? '' : `${namedType(scope)}::`}${identifier(name)}`
}

function index({ object, indexes }: IndexExpression, place: Place): string {
  const start = object.kind === 'this' ? '*this' : writeExpression(object, place)
  return indexes.reduce((array, one) => `mql::at(${array}, ${writeExpression(one, place)})`, start)
}

function call({ callee, templateArguments, arguments: given }: CallExpression, place: Place): string {
  const types = templateArguments.length === 0 ? '' : `<${templateArguments.map(typeText).join(', ')}>`
  return `${calleeText(callee, place)}${types}(${list(given, place)})`
}

function calleeText(callee: Expression, place: Place): string {
  if (callee.kind !== 'identifier') return operand(callee, precedence.PRIMARY, place)
  const { name } = callee
  const isOwn = place.symbols.hasMethod(place.className, name)
  // The runtime's own functions begin with small letters: C++ would look among them for a string's sake.
  if (!isOwn && place.symbols.isFunction(name) && /^[a-z_]/.test(name)) return `program::${identifier(name)}`
  return place.symbols.isBuiltin(name) && !isOwn ? `mql::${name}` : identifier(name)
}

function unary({ operator, operand: of }: UnaryExpression, place: Place): string {
  if (operator === '&') return of.kind === 'this' ? writeExpression(of, place) : pointerTo(of, place)
  if (operator === '*') return of.kind === 'this' ? '(*this)' : `mql::objectOf(${writeExpression(of, place)})`
  const text = operand(of, precedence.UNARY, place)
  // Two signs in a row would be one operator.
  return text.startsWith(operator.charAt(0)) ? `${operator}(${text})` : `${operator}${text}`
}

function pointerTo(object: Expression, place: Place): string {
  return `mql::GetPointer(${writeExpression(object, place)})`
}

function binary(expression: BinaryExpression, place: Place): string {
  const { operator, left, right } = expression
  const ordered = orderedOperator(operator, left, right, place.symbols)
  if (ordered !== null)
    return `(mql::left(${list([left], place)}) << mql::${ordered}(${list([right], place)}))`
  if (precedence.isCheckedDivision(operator, right)) {
    return `mql::${operator === '/' ? 'divide' : 'modulo'}(${list([left, right], place)})`
  }
  const own = precedence.binaryPrecedence(operator)
  return `${operand(left, own, place)} ${operator} ${operand(right, own + 1, place)}`
}

function assignment({ operator, target, value }: AssignmentExpression, place: Place): string {
  if (precedence.isCheckedDivision(operator, value)) {
    return `mql::${operator === '/=' ? 'divideAssign' : 'moduloAssign'}(${list([target, value], place)})`
  }
  const left = operand(target, precedence.CONDITIONAL, place)
  return `${left} ${operator} ${operand(value, precedence.ASSIGNMENT, place)}`
}

/** A number beside a datetime or a color becomes one: C++ would not choose between the two. */
function conditional({ condition, whenTrue, whenFalse }: ConditionalExpression, place: Place): string {
  const branch = (one: Expression, other: Expression): string => {
    const own = numberName(one, place)
    const wanted = numberName(other, place)
    const isAdapted = own !== wanted && (wanted === 'datetime' || wanted === 'color')
    return isAdapted
      ? `mql::cast<${wanted}>(${writeExpression(one, place)})`
      : operand(one, precedence.ASSIGNMENT, place)
  }
  const test = operand(condition, precedence.CONDITIONAL + 1, place)
  return `${test} ? ${branch(whenTrue, whenFalse)} : ${branch(whenFalse, whenTrue)}`
}

function numberName(expression: Expression, { types }: Place): string | null {
  const type = types?.of(expression).type
  return type?.kind === 'number' ? type.name : null
}

function cast({ type, operand: of }: CastExpression, place: Place): string {
  return `mql::cast<${typeText({ ...type, constant: type.constant && type.pointer })}>(${writeExpression(of, place)})`
}

function created({ type, arguments: given }: NewExpression, place: Place): string {
  return `mql::create<${namedType(type)}>(${list(given ?? [], place)})`
}

function size({ operand: of }: SizeofExpression, place: Place): string {
  if (of.kind === 'type') return `mql::sizeOf<${typeText({ ...of, constant: false })}>()`
  return `mql::sizeOf<std::decay_t<decltype(${writeExpression(of, place)})>>()`
}

function nameOfType({ operand: of }: TypenameExpression, place: Place): string {
  if (of.kind === 'type') return `mql::typeNameOf<${typeText(of)}>()`
  return `mql::typeNameOf<std::decay_t<decltype(${writeExpression(of, place)})>>()`
}
