import { isOwnPage } from './own-page.ts'

/** Nothing, but that our own page puts on the clipboard what a person copies there. Reading it is another permission. */
export const isGranted = (permission: string, page: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOwnPage(page)
