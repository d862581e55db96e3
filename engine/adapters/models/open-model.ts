import { readFileSync } from 'node:fs'
import { ModelFile } from '../../contracts/model.ts'

export type OpenedModel =
  | Readonly<{ is: 'model'; model: ModelFile }>
  /** `text` is a sentence without its full stop: what is wrong, where, and what to do. */
  | Readonly<{ is: 'refused'; code: 'MODEL_UNREADABLE' | 'MODEL_INVALID' | 'MODEL_FOR_OTHERS'; text: string }>

/** Reads a model file whole or not at all. `faultOf` says why the engine may not use one that is otherwise in order. */
export function openModel(file: string, faultOf: (model: ModelFile) => string | null): OpenedModel {
  const text = readText(file)
  if (typeof text !== 'string') return refused('MODEL_UNREADABLE', `${file} can't be read: ${reasonOf(text)}`)
  const value = parseJson(text)
  if (value === undefined) return refused('MODEL_INVALID', `${file} is not JSON: ${TRAIN_ANEW}`)
  const read = ModelFile.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue?.path.join('.') || 'the file'
    return refused(
      'MODEL_INVALID',
      `${file} is no model: ${where}: ${issue?.message ?? 'invalid'}: ${TRAIN_ANEW}`,
    )
  }
  const fault = faultOf(read.data)
  return fault === null
    ? { is: 'model', model: read.data }
    : refused('MODEL_FOR_OTHERS', `${fault}: ${TRAIN_ANEW} (${file})`)
}

const TRAIN_ANEW = 'fit a new one with `bitten train`'

function readText(file: string): string | Error {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const reasonOf = ({ message }: Error): string => /^\w+: ([^,]+),/.exec(message)?.[1] ?? message

const refused = (code: Exclude<OpenedModel, { is: 'model' }>['code'], text: string): OpenedModel => ({
  is: 'refused',
  code,
  text,
})
