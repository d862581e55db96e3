import type { Declaration, InputGroup } from '../ast.ts'
import type { Problem } from '../source/problem.ts'
import { readTypes } from './classes.ts'
import { readText } from './literals/texts.ts'
import { readNamed } from './named.ts'
import type { Reading } from './reading.ts'
import { ParseFailure } from './token-stream.ts'
import { readTemplateHead } from './type-declarations.ts'

const STATEMENTS = ['if', 'for', 'while', 'do', 'switch', 'return', 'break', 'continue', 'delete', '{']

/** All declarations up to the end. A declaration with an error is left out, and reading goes on after it. */
export function readDeclarations(reading: Reading, problems: Problem[]): Declaration[] {
  const { stream } = reading
  const declarations: Declaration[] = []
  while (!stream.atEnd) {
    const start = stream.index
    try {
      declarations.push(...readDeclaration(reading))
    } catch (cause) {
      if (!(cause instanceof ParseFailure)) throw cause
      problems.push(cause.problem)
      skipDeclaration(reading, start)
    }
  }
  return declarations
}

function readDeclaration(reading: Reading): readonly Declaration[] {
  const { stream } = reading
  if (stream.accept(';') !== null) return []
  if (stream.is('input') || stream.is('sinput')) {
    const group = readInputGroup(reading)
    if (group !== null) return [group]
  }
  if (stream.is('namespace')) stream.fail(149, 'namespaces are refused: this translator has none')
  if (STATEMENTS.some(word => stream.is(word))) {
    stream.fail(175, `expected a declaration but found ${stream.found()}: statements belong into functions`)
  }
  const template = stream.is('template') ? readTemplateHead(reading) : null
  return readTypes(reading, template) ?? [readNamed(reading, template)]
}

/** `input group "Title"`, with or without a semicolon. */
function readInputGroup({ stream }: Reading): InputGroup | null {
  if (!stream.is('group', 1) || stream.peek(2).kind !== 'string') return null
  const { at } = stream.take()
  stream.take()
  const title = readText(stream, stream.take())
  stream.accept(';')
  return { kind: 'inputGroup', at, title }
}

/** Goes on behind the `;` or `}` that ends the declaration in which reading failed. */
function skipDeclaration({ stream }: Reading, start: number): void {
  const failed = stream.index
  let depth = 0
  for (let index = start; !stream.atEnd; index += 1) {
    const { kind, text } = stream.tokenAt(index)
    const mark = kind === 'punctuator' ? text : ''
    if (mark === '{') depth += 1
    if (mark === '}') depth -= 1
    if (index >= failed) stream.take()
    if (index >= failed && depth <= 0 && (mark === ';' || mark === '}')) return
  }
}
