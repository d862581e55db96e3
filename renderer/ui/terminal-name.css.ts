import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const name = style({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: theme.size.small,
  color: theme.colour.goldBright,
})
