import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

/** Its end tells accounts of one broker apart, so it breaks rather than being cut. */
export const name = style({
  whiteSpace: 'normal',
  fontSize: theme.size.small,
  lineHeight: 1.25,
  color: theme.colour.goldBright,
})
