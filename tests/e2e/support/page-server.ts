import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { CONTENT_POLICY } from '../../../electron/windows/content-policy.ts'

const ROOT = path.resolve(import.meta.dirname, '../../../out/renderer')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wav': 'audio/wav',
  '.svg': 'image/svg+xml',
}

export type PageServer = Readonly<{ url: string; close(): Promise<void> }>

/** The built window on 127.0.0.1, under the same content policy as in the app. */
export async function servePages(): Promise<PageServer> {
  await stat(path.join(ROOT, 'index.html')).catch(() => {
    throw new Error(`${ROOT} has no index.html. Build the app first: npm run build`)
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = path.join(ROOT, pathname === '/' ? 'index.html' : path.normalize(pathname))
    response.setHeader('content-security-policy', CONTENT_POLICY)
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
