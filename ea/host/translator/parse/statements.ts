import type { BlockStatement, ForStatement, Statement, SwitchCase, VariableDeclaration } from '../ast.ts'
import { readExpression } from './expressions.ts'
import type { Reading } from './reading.ts'
import { scanType } from './scan.ts'
import { readSpecifiers } from './specifiers.ts'
import { BUILT_IN_TYPES } from './words.ts'
import { readTypeName } from './types.ts'
import { readVariables } from './variables.ts'

export function readBlock(reading: Reading): BlockStatement {
  const { stream } = reading
  const { at } = stream.expect('{')
  const statements: Statement[] = []
  while (!stream.is('}')) {
    if (stream.atEnd) stream.failUnclosed(at)
    statements.push(readStatement(reading))
  }
  return { kind: 'block', at, statements, end: stream.expect('}').at }
}

function readStatement(reading: Reading): Statement {
  const { stream } = reading
  return stream.nest(() => {
    const { at, text, kind } = stream.current
    const rule = kind === 'name' || kind === 'punctuator' ? RULES.get(text) : undefined
    if (rule !== undefined) return rule(reading)
    if (beginsDeclaration(reading)) return readLocal(reading)
    const expression = readExpression(reading)
    stream.expect(';')
    return { kind: 'expressionStatement', at, expression }
  })
}

function readLocal(reading: Reading): VariableDeclaration {
  const { at, storage, isConst } = readSpecifiers(reading)
  if (storage !== 'plain' && storage !== 'static') {
    reading.stream.fail(326, `'${storage}' is not allowed inside of a function`)
  }
  const type = readTypeName(reading)
  const after = reading.stream.accept('const') !== null
  return readVariables(reading, at, storage, { ...type, constant: isConst || after })
}

/**
 * Whether a statement declares: two names side by side, or a known type before `*` or `&`. `a * b;` with
 * an unknown `a` is read as a declaration too, as nobody multiplies for nothing.
 */
function beginsDeclaration({ stream, types }: Reading): boolean {
  if (['static', 'const', 'input', 'sinput', 'extern', 'virtual'].some(word => stream.is(word))) return true
  const type = scanType(stream, types, stream.index)
  if (type === null) return false
  const next = stream.tokenAt(type.end)
  const builtIn = BUILT_IN_TYPES.has(stream.current.text)
  if (next.kind !== 'name') return builtIn ? next.text !== '(' : type.certain && next.text === '&'
  if (!type.pointer || type.certain) return true
  return [';', '=', ',', '['].includes(stream.tokenAt(type.end + 1).text)
}

function readIf(reading: Reading): Statement {
  const { stream } = reading
  const { at } = stream.expect('if')
  const condition = readCondition(reading)
  const whenTrue = readStatement(reading)
  const whenFalse = stream.accept('else') === null ? null : readStatement(reading)
  return { kind: 'if', at, condition, whenTrue, whenFalse }
}

function readFor(reading: Reading): ForStatement {
  const { stream } = reading
  const { at } = stream.expect('for')
  stream.expect('(')
  const initial = readForInitial(reading)
  const condition = stream.is(';') ? null : readExpression(reading)
  stream.expect(';')
  const step = stream.is(')') ? null : readExpression(reading)
  stream.expect(')')
  return { kind: 'for', at, initial, condition, step, body: readStatement(reading) }
}

function readForInitial(reading: Reading): ForStatement['initial'] {
  const { stream } = reading
  if (stream.accept(';') !== null) return null
  if (beginsDeclaration(reading)) return readLocal(reading)
  const initial = readExpression(reading)
  stream.expect(';')
  return initial
}

function readWhile(reading: Reading): Statement {
  const { at } = reading.stream.expect('while')
  const condition = readCondition(reading)
  return { kind: 'while', at, condition, body: readStatement(reading) }
}

function readDoWhile(reading: Reading): Statement {
  const { stream } = reading
  const { at } = stream.expect('do')
  const body = readStatement(reading)
  stream.expect('while')
  const condition = readCondition(reading)
  stream.expect(';')
  return { kind: 'doWhile', at, body, condition }
}

function readSwitch(reading: Reading): Statement {
  const { stream } = reading
  const { at } = stream.expect('switch')
  const subject = readCondition(reading)
  stream.expect('{')
  const cases: SwitchCase[] = []
  while (stream.accept('}') === null) cases.push(readCase(reading))
  return { kind: 'switch', at, subject, cases }
}

function readCase(reading: Reading): SwitchCase {
  const { stream } = reading
  const { at } = stream.current
  if (stream.accept('default') === null && stream.accept('case') === null) {
    stream.fail(149, `expected 'case', 'default' or '}' but found ${stream.found()}`)
  }
  const test = stream.is(':') ? null : readExpression(reading)
  stream.expect(':')
  const statements: Statement[] = []
  while (!stream.is('case') && !stream.is('default') && !stream.is('}'))
    statements.push(readStatement(reading))
  return { kind: 'switchCase', at, test, statements }
}

function readCondition(reading: Reading) {
  const { stream } = reading
  stream.expect('(')
  const condition = readExpression(reading)
  stream.expect(')')
  return condition
}

function readReturn(reading: Reading): Statement {
  const { stream } = reading
  const { at } = stream.expect('return')
  const value = stream.is(';') ? null : readExpression(reading)
  stream.expect(';')
  return { kind: 'return', at, value }
}

function readDelete(reading: Reading): Statement {
  const { at } = reading.stream.expect('delete')
  const operand = readExpression(reading)
  reading.stream.expect(';')
  return { kind: 'delete', at, operand }
}

function readJump(kind: 'break' | 'continue'): (reading: Reading) => Statement {
  return ({ stream }) => {
    const { at } = stream.expect(kind)
    stream.expect(';')
    return { kind, at }
  }
}

function refuse(code: number, text: string): (reading: Reading) => never {
  return ({ stream }) => stream.fail(code, text)
}

const noTypeHere = refuse(326, 'a type is declared at the top of a program or in a class, not in a function')

const RULES: ReadonlyMap<string, (reading: Reading) => Statement> = new Map([
  ['{', readBlock],
  [';', ({ stream }: Reading): Statement => ({ kind: 'empty', at: stream.take().at })],
  ['if', readIf],
  ['for', readFor],
  ['while', readWhile],
  ['do', readDoWhile],
  ['switch', readSwitch],
  ['return', readReturn],
  ['delete', readDelete],
  ['break', readJump('break')],
  ['continue', readJump('continue')],
  ['else', refuse(183, `'else' without an 'if'`)],
  ['case', refuse(184, `'case' without a 'switch'`)],
  ['default', refuse(184, `'default' without a 'switch'`)],
  ['goto', refuse(149, `MQL5 has no 'goto'`)],
  ['enum', noTypeHere],
  ['class', noTypeHere],
  ['struct', noTypeHere],
  ['union', noTypeHere],
  ['template', noTypeHere],
])
