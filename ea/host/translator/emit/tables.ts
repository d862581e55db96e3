import type { Declarator, FunctionDeclaration, Program } from '../ast.ts'
import { typeOf } from './variables.ts'
import type { Place } from './expressions.ts'
import { identifier, narrowLiteral } from './words.ts'
import type { Writer } from './writer.ts'

/** The handlers that the host knows, in the order of mql::Program. */
const HANDLERS = [
  'OnInit',
  'OnDeinit',
  'OnTick',
  'OnTimer',
  'OnTrade',
  'OnTradeTransaction',
  'OnChartEvent',
  'OnBookEvent',
]

/** What the host sees of the program: its inputs and its handlers. */
export function writeTables(program: Program, place: Place, writer: Writer): void {
  const inputs = inputsOf(program)
  writeInputs(inputs, place, writer)
  writer.line(null, 'static const mql::Program TABLE = {')
  writer.indented(() => {
    for (const name of HANDLERS) writer.line(null, `${handlerText(name, handlerOf(program, name))},`)
    writer.line(null, '&mql::globals::renewAll,')
    writer.line(null, inputs.length === 0 ? 'nullptr,' : 'INPUTS,')
    writer.line(null, `${inputs.length},`)
  })
  writer.line(null, '};')
}

function inputsOf(program: Program): Declarator[] {
  return program.declarations.flatMap(declaration =>
    declaration.kind === 'variables' && isInput(declaration.storage) ? declaration.declarators : [],
  )
}

export function isInput(storage: string): boolean {
  return storage === 'input' || storage === 'sinput'
}

function writeInputs(inputs: readonly Declarator[], place: Place, writer: Writer): void {
  if (inputs.length === 0) return
  writer.line(null, 'static const mql::Input INPUTS[] = {')
  writer.indented(() => {
    for (const input of inputs) {
      const name = identifier(input.name)
      const title = narrowLiteral(input.type.name)
      const get = `[] { return mql::inputs::text(${name}); }`
      const set = `[](const std::string& text) { return mql::inputs::read(text, ${name}); }`
      writer.line(
        null,
        `{${narrowLiteral(input.name)}, ${title}, ${get}, ${set}},  // ${typeOf(input, place)}`,
      )
    }
  })
  writer.line(null, '};')
}

function handlerOf(program: Program, name: string): FunctionDeclaration | null {
  for (const declaration of program.declarations) {
    const isHandler =
      declaration.kind === 'function' && declaration.name === name && declaration.scope === null
    if (isHandler && declaration.body !== null) return declaration
  }
  return null
}

/** OnInit may return nothing: then it has succeeded. */
function handlerText(name: string, handler: FunctionDeclaration | null): string {
  if (handler === null) return 'nullptr'
  if (name !== 'OnInit') return `&${name}`
  const isVoid = handler.returnType?.name === 'void'
  return isVoid ? '[]() -> int { OnInit(); return 0; }' : '[]() -> int { return OnInit(); }'
}
