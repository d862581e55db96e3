import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

/** Of the desk's own fonts: what it writes itself, and the scripts of most call-signs. The system's fonts have the rest. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'BITTEN Heading': ['600', '700', '800'].map(
    weight => `@fontsource/barlow-condensed/files/barlow-condensed-latin-${weight}-normal.woff2`,
  ),
  'BITTEN Numbers': ['@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'],
  'BITTEN Words': ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'].map(
    script => `@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`,
  ),
}

const SYSTEM = '"Segoe UI", "Segoe UI Emoji", "Noto Sans", "Noto Color Emoji", sans-serif'
const HEADING = `"BITTEN Heading", "BITTEN Words", ${SYSTEM}`
const NUMBERS = `"BITTEN Numbers", "BITTEN Words", ${SYSTEM}`
const WORDS = `"BITTEN Words", ${SYSTEM}`

/** CSS fonts by what they are for; sizes in pixels. */
export const font = {
  heading: (size: number, weight: 600 | 700 | 800 = 700) => `${weight} ${size}px ${HEADING}`,
  numbers: (size: number, weight = 500) => `${weight} ${size}px ${NUMBERS}`,
  words: (size: number, weight = 500) => `${weight} ${size}px ${WORDS}`,
}

let areLoaded = false

/** Read as bytes, since a native module finds no path inside of a packed app. Once a process. */
export function loadFonts(): void {
  if (areLoaded) return
  const { resolve } = createRequire(import.meta.url)
  for (const [name, files] of Object.entries(FILES))
    for (const file of files) GlobalFonts.register(readFileSync(resolve(file)), name)
  areLoaded = true
}
