import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const grid = style({ display: 'flex', alignItems: 'center', gap: theme.space.medium })
export const keys = style({ display: 'flex', gap: theme.space.tight })
export const selector = style({ display: 'flex' })
export const position = style({
  borderRadius: 0,
  selectors: {
    '& + &': { marginLeft: '-1px' },
    '&[aria-checked=true]': { zIndex: 1 },
  },
})
