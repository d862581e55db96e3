import { walk, type BinaryOperator, type CallExpression, type Expression } from '../ast.ts'
import { isLiteral } from './literals.ts'
import type { Symbols } from './symbols.ts'

/** Built-ins that change nothing and may be called at any time. */
const HARMLESS = new RegExp(
  '^(Math(?!Rand|Srand)|Account|Terminal|MQLInfo|TimeTo|EnumTo|IntegerTo|DoubleTo|ShortTo|CharTo|CharArrayTo|' +
    'StringTo(Integer|Double|Time)$|String(Len|Find|Substr|Compare|Format|GetCharacter)$|' +
    'Array(Size|Range)$|CheckPointer|GetPointer|NormalizeDouble|Symbol$|Digits$|Point$|Period|' +
    'fabs|fmax|fmin|floor|ceil|round|pow|sqrt|exp|log|fmod)',
)

/** Operators with their functions in the runtime. A remainder has none: its operands are numbers. */
const ORDERED: Partial<Record<BinaryOperator, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'over',
  '<': 'isLess',
  '>': 'isGreater',
  '<=': 'isLessOrEqual',
  '>=': 'isGreaterOrEqual',
  '==': 'isEqual',
  '!=': 'isDifferent',
  '&': 'bitAnd',
  '|': 'bitOr',
  '^': 'bitXor',
}

/** The runtime's function for an operator whose operands could tell which was computed first; null otherwise. */
export function orderedOperator(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  symbols: Symbols,
): string | null {
  const name = ORDERED[operator] ?? null
  if (name === null || isLiteral(left) || isLiteral(right)) return null
  return hasEffect(left, symbols) || hasEffect(right, symbols) ? name : null
}

function hasEffect(expression: Expression, symbols: Symbols): boolean {
  let found = false
  walk(expression, node => {
    const changes = node.kind === 'assignment' || node.kind === 'postfix' || node.kind === 'new'
    const steps = node.kind === 'unary' && (node.operator === '++' || node.operator === '--')
    if (changes || steps || (node.kind === 'call' && !isHarmless(node, symbols))) found = true
    return !found
  })
  return found
}

function isHarmless({ callee }: CallExpression, symbols: Symbols): boolean {
  return callee.kind === 'identifier' && symbols.isBuiltin(callee.name) && HARMLESS.test(callee.name)
}
