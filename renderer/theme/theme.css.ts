import { createGlobalTheme } from '@vanilla-extract/css'
import { tokens } from './tokens.ts'

/** The tokens as CSS variables, typed: a mistyped name stops the build. */
export const theme = createGlobalTheme(':root', tokens)
