import type { SourcePosition, Storage } from '../ast.ts'
import type { Reading } from './reading.ts'

/** The words before the type of a function or variable. */
export type Specifiers = {
  readonly at: SourcePosition
  readonly storage: Storage
  readonly isVirtual: boolean
  /** `const` that stands before one of the others. */
  readonly isConst: boolean
}

const STORAGES: readonly Storage[] = ['static', 'input', 'sinput', 'extern']

export function readSpecifiers({ stream }: Reading): Specifiers {
  const { at } = stream.current
  let storage: Storage = 'plain'
  let isVirtual = false
  let isConst = false
  for (;;) {
    const found = STORAGES.find(word => stream.is(word))
    if (found !== undefined) {
      if (storage !== 'plain') stream.fail(149, `'${found}' cannot stand together with '${storage}'`)
      storage = found
    } else if (stream.is('virtual')) isVirtual = true
    else if (stream.is('const')) isConst = true
    else return { at, storage, isVirtual, isConst }
    stream.take()
  }
}
