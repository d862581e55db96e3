import path from 'node:path'
import { writeAtomically } from '../../host/data-folder/atomic-write.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import { failed, type Failure } from '../outcome.ts'

/** Null when the file is written, whole. */
export function writeResult(file: string, text: string): Failure | null {
  try {
    writeAtomically(path.resolve(file), text)
    return null
  } catch (cause) {
    return failed(
      'CANNOT_WRITE',
      `${file} can't be written: ${systemReason(cause)}. Choose another place with --out`,
    )
  }
}
