/** Serves the window's pages under a scheme of their own: no file:// rights, and our content policy on every answer. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
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

export function serveAppScheme(folder: string, look: () => Look): void {
  protocol.handle(APP_SCHEME, async request => {
    const file = fileOf(folder, request.url)
    const type = file === null ? undefined : TYPES[path.extname(file)]
    if (request.method !== 'GET' || file === null || type === undefined) return notFound()
    try {
      const content = await readFile(file)
      const isPage = type === TYPES['.html']
      const body = isPage ? dressedPage(content.toString('utf8'), look()) : new Uint8Array(content)
      return new Response(body, { headers: headersFor(type) })
    } catch {
      // Whatever keeps the file from being read, for a page it isn't there.
      return notFound()
    }
  })
}

const headersFor = (type: string) => ({
  'content-type': type,
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
})

const notFound = () => new Response('Not found', { status: 404, headers: headersFor('text/plain') })
