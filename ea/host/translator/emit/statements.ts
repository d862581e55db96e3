import type {
  BlockStatement,
  DoWhileStatement,
  ForStatement,
  IfStatement,
  Statement,
  SwitchStatement,
} from '../ast.ts'
import { writeExpression, type Place } from './expressions.ts'
import { localsOfFor, writeLocal } from './variables.ts'
import type { Writer } from './writer.ts'

export function writeStatement(statement: Statement, place: Place, writer: Writer): void {
  switch (statement.kind) {
    case 'block':
      return writeBlock(statement, place, writer)
    case 'variables':
      return writeLocal(statement, place, writer)
    case 'if':
      return writeIf(statement, place, writer)
    case 'for':
      return writeFor(statement, place, writer)
    case 'while':
      writer.line(statement.at, `while (${writeExpression(statement.condition, place)})`)
      return writeBody(statement.body, place, writer)
    case 'doWhile':
      return writeDoWhile(statement, place, writer)
    case 'switch':
      return writeSwitch(statement, place, writer)
    default:
      return writer.line(statement.at, simpleText(statement, place))
  }
}

type Simple = Exclude<
  Statement,
  { kind: 'block' | 'variables' | 'if' | 'for' | 'while' | 'doWhile' | 'switch' }
>

function simpleText(statement: Simple, place: Place): string {
  switch (statement.kind) {
    case 'empty':
      return ';'
    case 'expressionStatement':
      return `${writeExpression(statement.expression, place)};`
    case 'return':
      return statement.value === null ? 'return;' : `return ${writeExpression(statement.value, place)};`
    case 'delete':
      return `mql::destroy(${writeExpression(statement.operand, place)});`
    case 'break':
    case 'continue':
      return `${statement.kind};`
  }
}

export function writeBlock(block: BlockStatement, place: Place, writer: Writer): void {
  writer.line(block.at, '{')
  writer.indented(() => {
    for (const statement of block.statements) writeStatement(statement, place, writer)
  })
  writer.line(block.end, '}')
}

/** The statement that another one governs. Two declarators are two statements, so brackets are always written. */
function writeBody(body: Statement, place: Place, writer: Writer): void {
  if (body.kind === 'block') return writeBlock(body, place, writer)
  writer.line(body.at, '{')
  writer.indented(() => writeStatement(body, place, writer))
  writer.line(body.at, '}')
}

function writeIf({ at, condition, whenTrue, whenFalse }: IfStatement, place: Place, writer: Writer): void {
  writer.line(at, `if (${writeExpression(condition, place)})`)
  writeBody(whenTrue, place, writer)
  if (whenFalse === null) return
  writer.follow('else')
  if (whenFalse.kind === 'if') writeIf(whenFalse, place, writer)
  else writeBody(whenFalse, place, writer)
}

function writeFor(statement: ForStatement, place: Place, writer: Writer): void {
  const { initial, condition, step } = statement
  const start = initial?.kind === 'variables' ? localsOfFor(initial, place) : textOf(initial, place)
  writer.line(statement.at, `for (${start}; ${textOf(condition, place)}; ${textOf(step, place)})`)
  writeBody(statement.body, place, writer)
}

function textOf(expression: Parameters<typeof writeExpression>[0] | null, place: Place): string {
  return expression === null ? '' : writeExpression(expression, place)
}

function writeDoWhile({ at, body, condition }: DoWhileStatement, place: Place, writer: Writer): void {
  writer.line(at, 'do')
  writeBody(body, place, writer)
  writer.line(condition.at, `while (${writeExpression(condition, place)});`)
}

function writeSwitch({ at, subject, cases }: SwitchStatement, place: Place, writer: Writer): void {
  writer.line(at, `switch (${writeExpression(subject, place)})`)
  writer.follow('{')
  for (const { at: caseAt, test, statements } of cases) {
    writer.line(caseAt, test === null ? 'default:' : `case ${writeExpression(test, place)}:`)
    writer.indented(() => {
      for (const statement of statements) writeStatement(statement, place, writer)
      // A label needs a statement behind it.
      if (statements.length === 0) writer.follow(';')
    })
  }
  writer.follow('}')
}
