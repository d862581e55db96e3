import type { FunctionDeclaration, Parameter, Program } from '../ast.ts'
import { writeExpression, type Place } from './expressions.ts'
import { prototypeText } from './functions.ts'
import { parameterType } from './types.ts'
import type { Writer } from './writer.ts'

/** Every function outside of classes, once: MQL5 lets a program call what comes later in the text. */
export function writePrototypes(program: Program, place: Place, writer: Writer): void {
  const functions = new Map<string, FunctionDeclaration>()
  for (const declaration of program.declarations) {
    if (declaration.kind !== 'function' || declaration.scope !== null) continue
    const key = signatureOf(declaration, place)
    const known = functions.get(key)
    functions.set(key, known === undefined ? declaration : merged(known, declaration))
  }
  for (const one of functions.values()) writer.line(null, `${prototypeText(one, place)};`)
}

function signatureOf({ name, template, parameters }: FunctionDeclaration, place: Place): string {
  const types = parameters.map(one => parameterType(one, expression => writeExpression(expression, place)))
  return `${template?.length ?? 0} ${name}(${types.join(', ').replaceAll('const ', '')})`
}

/** A default value may stand in the prototype or in the definition. */
function merged(one: FunctionDeclaration, other: FunctionDeclaration): FunctionDeclaration {
  const parameters = one.parameters.map((parameter, position): Parameter => {
    const defaultValue = parameter.defaultValue ?? other.parameters[position]?.defaultValue ?? null
    return { ...parameter, defaultValue }
  })
  return { ...one, parameters }
}
