/** Serves the window's pages under a scheme of their own: no file:// rights, and our content policy on every answer. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import type { ProtocolRequest, ProtocolResponse } from 'electron'
import type { Look } from '../../engine/contracts/look.ts'
import { dressedPage } from '../look/dressed-page.ts'
import { CONTENT_POLICY } from './content-policy.ts'
import { APP_SCHEME, fileOf } from './own-page.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

/** Must be called before the app is ready. */
export function announceAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

/** A page that never asks must not keep the rest of the house waiting. */
const SCRIPT_WITHIN_MS = 1_000

/**
 * Resolves when the page has been handed its first script, or will not be soon: until then it needs this thread. Electron's
 * newer `protocol.handle` loads all of fetch for its Response, a tenth of a second of this thread before the first page.
 */
export function serveAppScheme(folder: string, look: () => Look): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, SCRIPT_WITHIN_MS).unref()
    let waiting = 0
    protocol.registerBufferProtocol(APP_SCHEME, (request, send) => {
      waiting++
      void answer(folder, look, request).then(response => {
        send(response)
        waiting--
        const isPage = response.headers?.['content-type'] === TYPES['.html']
        if (waiting === 0 && !isPage) resolve()
      })
    })
  })
}

async function answer(
  folder: string,
  look: () => Look,
  { method, url }: ProtocolRequest,
): Promise<ProtocolResponse> {
  const file = fileOf(folder, url)
  const type = file === null ? undefined : TYPES[path.extname(file)]
  if (method !== 'GET' || file === null || type === undefined) return NOT_FOUND
  try {
    const content = await readFile(file)
    const isPage = type === TYPES['.html']
    const data = isPage ? Buffer.from(dressedPage(content.toString('utf8'), look())) : content
    return { data, headers: headersFor(type) }
  } catch {
    // Whatever keeps the file from being read, for a page it isn't there.
    return NOT_FOUND
  }
}

const headersFor = (type: string) => ({
  'content-type': type,
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
})

const NOT_FOUND: ProtocolResponse = {
  statusCode: 404,
  data: Buffer.from('Not found'),
  headers: headersFor('text/plain'),
}
