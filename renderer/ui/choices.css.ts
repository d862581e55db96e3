import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const choices = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const row = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.small })
export const meaning = style({ color: theme.colour.inkDim, textWrap: 'pretty' })
