import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { drawAll } from './make-icons.mjs'

it.each(drawAll())('$name is what the script draws', ({ name, png }) => {
  expect(readFileSync(path.join(import.meta.dirname, name)).equals(png)).toBe(true)
})
