import type { Parameter, TypeNode } from '../ast.ts'

/** A type as MQL5 writes it. */
export function printType(type: TypeNode): string {
  const scope = type.scope === null ? '' : `${printType(type.scope)}::`
  const args = type.arguments.length === 0 ? '' : `<${type.arguments.map(printType).join(',')}>`
  const name = `${type.global && type.scope === null ? '::' : ''}${scope}${type.name}${args}`
  return `${type.constant ? 'const ' : ''}${name}${type.pointer ? '*' : ''}${type.constantPointer ? ' const' : ''}`
}

/** What `__FUNCSIG__` says: `double Desk::Risk(const string,int&[])`. */
export function signatureOf(
  returnType: TypeNode | null,
  name: string,
  parameters: readonly Parameter[],
  isConst: boolean,
): string {
  const list = parameters.map(({ type, reference, dimensions }) => {
    return `${printType(type)}${reference ? '&' : ''}${dimensions.map(() => '[]').join('')}`
  })
  const front = returnType === null ? '' : `${printType(returnType)} `
  return `${front}${name}(${list.join(',')})${isConst ? ' const' : ''}`
}
