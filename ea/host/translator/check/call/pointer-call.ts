import type { CallExpression } from '../../ast.ts'
import type { VariableSymbol } from '../model/symbol.ts'
import { NOTHING_KNOWN, valueOf, type Value } from '../model/value.ts'
import type { Here } from '../work.ts'
import { fitArgument } from './argument.ts'

/** A call through a variable that holds a function. */
export function callPointer(variable: VariableSymbol, call: CallExpression, here: Here): Value {
  variable.used = true
  const values = call.arguments.map(argument => here.work.evaluate(argument, here))
  if (variable.type.kind !== 'functionPointer') {
    const silent = variable.type.kind === 'unknown' || variable.type.kind === 'open'
    if (!silent) here.work.report(call.at, 385, `'${variable.name}' is no function`)
    return NOTHING_KNOWN
  }
  const { parameters, returnType } = variable.type.symbol
  if (values.length !== parameters.length) {
    here.work.report(call.at, 199, `'${variable.name}' takes ${parameters.length} arguments`)
    return valueOf(returnType)
  }
  parameters.forEach((parameter, index) => {
    const value = values[index]
    if (value === undefined) return
    const { complaint } = fitArgument(value, parameter)
    if (complaint !== null)
      here.work.report(call.arguments[index]?.at ?? call.at, complaint.code, complaint.text)
  })
  return valueOf(returnType)
}
