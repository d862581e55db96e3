import { assignVars, createGlobalTheme, createThemeContract, globalStyle } from '@vanilla-extract/css'
import { coloursOf, DRAWN_THEMES, PALETTES } from './colours.ts'
import type { DrawnTheme, Palette } from './colours.ts'
import { tokens } from './tokens.ts'

const colour = createThemeContract(coloursOf('night', 'usual'))

/** The tokens as CSS variables, typed: a mistyped name stops the build. */
export const theme = { ...createGlobalTheme(':root', tokens), colour }

const SCHEMES = { night: 'dark', day: 'light' } as const
const drawn = (one: DrawnTheme, palette: Palette) => ({
  colorScheme: SCHEMES[one],
  vars: assignVars(colour, coloursOf(one, palette)),
})

/** A page wears its look as two attributes of its root; what follows the system changes with it, without a script. */
for (const palette of PALETTES) {
  for (const one of DRAWN_THEMES)
    globalStyle(`:root[data-theme=${one}][data-palette=${palette}]`, drawn(one, palette))
  globalStyle(`:root[data-theme=system][data-palette=${palette}]`, {
    ...drawn('night', palette),
    '@media': { '(prefers-color-scheme: light)': drawn('day', palette) },
  })
}
