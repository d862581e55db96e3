import type { AssignmentOperator, BinaryOperator, UnaryOperator } from '../ast.ts'
import type { Token } from '../lex/token.ts'
import type { TokenStream } from './token-stream.ts'

/** How tightly the two-sided operators bind: the documented order, which is C++'s. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '<': 7,
  '<=': 7,
  '>': 7,
  '>=': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
  '@': 10,
}

const ASSIGNMENTS: readonly AssignmentOperator[] = [
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '<<=',
  '>>=',
  '&=',
  '|=',
  '^=',
]

const PREFIXES: readonly UnaryOperator[] = ['+', '-', '!', '~', '&', '*', '++', '--']

/** Everything that may follow the word `operator`; the longest first. */
const OVERLOADABLE = ['()', '[]', '++', '--', ...ASSIGNMENTS, ...Object.keys(PRECEDENCE), '!', '~']

type Written<T> = { readonly operator: T; readonly token: Token; readonly tokens: number }

export function binaryAt(stream: TokenStream): (Written<BinaryOperator> & { precedence: number }) | null {
  const written = operatorAt(stream)
  const operator = Object.keys(PRECEDENCE).find(
    (known): known is BinaryOperator => known === written?.operator,
  )
  if (written === null || operator === undefined) return null
  return { ...written, operator, precedence: PRECEDENCE[operator] }
}

export function assignmentAt(stream: TokenStream): Written<AssignmentOperator> | null {
  const written = operatorAt(stream)
  const operator = ASSIGNMENTS.find(known => known === written?.operator)
  return written === null || operator === undefined ? null : { ...written, operator }
}

export function prefixAt(stream: TokenStream): UnaryOperator | null {
  const { kind, text } = stream.current
  return kind === 'punctuator' ? (PREFIXES.find(known => known === text) ?? null) : null
}

/** The operator after the word `operator`: `+`, `[]`, `==`, … */
export function takeOverloaded(stream: TokenStream): string {
  const { operator, tokens } = pairAt(stream) ?? operatorAt(stream) ?? { operator: '', tokens: 0 }
  if (!OVERLOADABLE.includes(operator)) {
    stream.fail(352, `expected an operator that can be overloaded but found ${stream.found()}`)
  }
  takeTokens(stream, tokens)
  return operator
}

export function takeTokens(stream: TokenStream, count: number): void {
  for (let taken = 0; taken < count; taken += 1) stream.take()
}

function pairAt(stream: TokenStream): Written<string> | null {
  const operator = `${stream.current.text}${stream.peek(1).text}`
  return operator === '()' || operator === '[]' ? { operator, token: stream.current, tokens: 2 } : null
}

/** The operator here, `>>` and `>>=` put together of their neighbours. */
function operatorAt(stream: TokenStream): Written<string> | null {
  const token = stream.current
  if (token.kind !== 'punctuator') return null
  const next = stream.peek(1)
  const joined = token.text === '>' && !next.spaceBefore && !next.startsLine
  if (joined && (next.text === '>' || next.text === '>=')) {
    return { operator: `>${next.text}`, token, tokens: 2 }
  }
  return { operator: token.text, token, tokens: 1 }
}
