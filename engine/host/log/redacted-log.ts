import type { Log } from '../../ports/log.ts'

const HIDDEN = '[hidden]'

/** A log that never writes these secrets, in whatever field they turn up and whether with or without their dashes. */
export function redactedLog(log: Log, secrets: readonly string[]): Log {
  const forms = secrets.flatMap(secret => [secret, secret.replaceAll('-', '')])
  const hide = (text: string) => forms.reduce((left, form) => left.replaceAll(form, HIDDEN), text)
  return {
    write(level, text, data) {
      log.write(level, hide(text), data && hideInside(data, hide))
    },
  }
}

function hideInside<T>(value: T, hide: (text: string) => string): T {
  if (typeof value === 'string') return hide(value) as T
  if (Array.isArray(value)) return value.map(item => hideInside(item as unknown, hide)) as T
  if (value instanceof Error)
    return { name: value.name, message: hide(value.message), stack: hide(value.stack ?? '') } as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, hideInside(item as unknown, hide)]),
  ) as T
}
