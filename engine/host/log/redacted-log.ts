import type { Log } from '../../ports/log.ts'
import type { Redactor } from './redactor.ts'

/** A log that never writes a secret, in whatever field it turns up. */
export function redactedLog(log: Log, redactor: Redactor): Log {
  return {
    write(level, text, data) {
      log.write(level, redactor.hide(text), data && redactor.hideFields(data))
    },
  }
}
