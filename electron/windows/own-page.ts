/** Our own pages: `app://bitten/…`, each a file of one folder. */
import path from 'node:path'

export const APP_SCHEME = 'app'
const APP_HOST = 'bitten'
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

export function isOwnPage(address: string): boolean {
  const url = parse(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** The file that one of our addresses names; null for another host, and for whatever would leave the folder. */
export function fileOf(folder: string, address: string): string | null {
  if (!isOwnPage(address)) return null
  const pathname = decoded(new URL(address).pathname)
  if (pathname === null) return null
  const root = path.resolve(folder)
  const wanted = path.resolve(root, `.${pathname}`)
  return wanted.startsWith(root + path.sep) ? wanted : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A broken escape names no file.
    return null
  }
}
