import type { FunctionDeclaration, TemplateParameter, TypeNode, VariableDeclaration } from '../ast.ts'
import { readFunction, type FunctionHead } from './functions.ts'
import { takeOverloaded } from './operators.ts'
import type { Reading } from './reading.ts'
import { scanBrackets, scanType, scanTypeName } from './scan.ts'
import { readSpecifiers } from './specifiers.ts'
import { isWord } from './token-stream.ts'
import { plainType, readPointer, readTypeArguments, readTypeName } from './types.ts'
import { readVariables } from './variables.ts'

/** A function or variables, at the top of a program or in a class. */
export function readNamed(
  reading: Reading,
  template: readonly TemplateParameter[] | null,
): FunctionDeclaration | VariableDeclaration {
  const { stream } = reading
  const specifiers = readSpecifiers(reading)
  const { at, storage, isConst } = specifiers
  if (beginsUntyped(reading)) {
    const untyped = { returnType: null, returnsReference: false, template }
    return readFunction(reading, { ...readFunctionName(reading), ...untyped }, specifiers)
  }
  const name = readTypeName(reading)
  if (stream.is('(')) stream.fail(116, `'${name.name}' is declared without a type`)
  const base = { ...name, constant: stream.accept('const') !== null || isConst }
  if (!isFunction(reading)) return readVariables(reading, at, storage, base)
  const returnType = readPointer(reading, base)
  const returnsReference = stream.accept('&') !== null
  const head = { ...readFunctionName(reading), returnType, returnsReference, template }
  return readFunction(reading, head, specifiers)
}

/** A constructor or destructor without the type `void`: `Frame(`, `~Frame(`, `Frame::Frame(`. */
function beginsUntyped({ stream, types, classes }: Reading): boolean {
  if (stream.is('~')) return true
  if (stream.is('(', 1)) return stream.isName() && stream.current.text === classes.at(-1)
  const name = scanTypeName(stream, types, stream.index)
  if (name === null) return false
  const after = stream.tokenAt(name.end)
  if (isWord(after, '::')) return isWord(stream.tokenAt(name.end + 1), '~')
  return isWord(after, '(') && isWord(stream.tokenAt(name.end - 2), '::')
}

type FunctionName = Pick<FunctionHead, 'at' | 'nature' | 'name' | 'scope'>

/** `name`, `Scope<T>::name`, `~Name`, `operator+`. */
function readFunctionName(reading: Reading): FunctionName {
  const { stream, classes } = reading
  for (let scope: TypeNode | null = null; ;) {
    const { at } = stream.current
    if (stream.accept('~') !== null) {
      return { at, nature: 'destructor', name: stream.expectName('the name of the class').text, scope }
    }
    if (stream.accept('operator') !== null) {
      return { at, nature: 'operator', name: takeOverloaded(stream), scope }
    }
    const token = stream.expectName('the name of a function or variable')
    const part = { ...plainType(token), arguments: readTypeArguments(reading) }
    if (stream.accept('::') === null) {
      const owner = scope === null ? classes.at(-1) : scope.name
      return { at, nature: token.text === owner ? 'constructor' : 'function', name: token.text, scope }
    }
    scope = { ...part, scope }
  }
}

/** Whether a function follows the type that was just read, and not variables. */
function isFunction(reading: Reading): boolean {
  const { stream, types } = reading
  let index = stream.index
  while (['*', 'const', '&'].some(word => isWord(stream.tokenAt(index), word))) index += 1
  if (isOperatorOrDestructor(reading, index)) return true
  const name = scanTypeName(stream, types, index)
  if (name === null) return false
  if (isWord(stream.tokenAt(name.end), '::')) return isOperatorOrDestructor(reading, name.end + 1)
  return isWord(stream.tokenAt(name.end), '(') && isParameterList(reading, name.end)
}

function isOperatorOrDestructor({ stream }: Reading, index: number): boolean {
  return isWord(stream.tokenAt(index), '~') || isWord(stream.tokenAt(index), 'operator')
}

/**
 * Parts `Frame frame(int size);` from `Frame frame(size);`: the first declares a function, the second an
 * object. In a class it is always a function.
 */
function isParameterList({ stream, types, classes }: Reading, open: number): boolean {
  if (classes.length > 0 || isWord(stream.tokenAt(open + 1), ')')) return true
  if (['...', 'class', 'struct'].some(word => isWord(stream.tokenAt(open + 1), word))) return true
  const after = stream.tokenAt(scanBrackets(stream, open))
  if (['{', ':', 'const', 'override', 'export'].some(word => isWord(after, word))) return true
  const type = scanType(stream, types, open + 1)
  if (type === null) return false
  const next = stream.tokenAt(type.end)
  if (next.kind === 'name' || isWord(next, '&')) return true
  return type.certain && [',', ')', '[', '=', '&&'].includes(next.text)
}
