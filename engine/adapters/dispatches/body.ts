import {
  DISPATCH_BODIES,
  type Dispatch,
  type DispatchBody,
  type DispatchKind,
} from '../../contracts/dispatches.ts'

/**
 * The one way in which a body is written: JSON without space, fields in the order of the schema. Throws on a body that is not as the
 * schema wants it.
 */
export const bodyText = <K extends DispatchKind>(kind: K, body: DispatchBody<K>): string =>
  JSON.stringify(DISPATCH_BODIES[kind].parse(body))

/** Null when it is no body of this kind, or the same written in another way. */
export function readBody(kind: DispatchKind, base64url: string): Dispatch | null {
  const bytes = Buffer.from(base64url, 'base64url')
  if (bytes.toString('base64url') !== base64url) return null
  const text = bytes.toString('utf8')
  if (!Buffer.from(text).equals(bytes)) return null
  const dispatch = dispatchOf(kind, parsed(text))
  return dispatch !== null && bodyText(dispatch.kind, dispatch.body) === text ? dispatch : null
}

function dispatchOf(kind: DispatchKind, given: unknown): Dispatch | null {
  switch (kind) {
    case 'invitation': {
      const read = DISPATCH_BODIES.invitation.safeParse(given)
      return read.success ? { kind, body: read.data } : null
    }
    case 'enlistment': {
      const read = DISPATCH_BODIES.enlistment.safeParse(given)
      return read.success ? { kind, body: read.data } : null
    }
    case 'report': {
      const read = DISPATCH_BODIES.report.safeParse(given)
      return read.success ? { kind, body: read.data } : null
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
