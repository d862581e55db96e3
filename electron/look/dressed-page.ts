import type { Look } from '../../engine/contracts/look.ts'

/** A page comes with its look on its root: what a script put there later would be seen to change. */
export function dressedPage(page: string, { theme, palette }: Look): string {
  return page.replace(
    /<html lang="en"[^>]*>/,
    `<html lang="en" data-theme="${theme}" data-palette="${palette}">`,
  )
}
