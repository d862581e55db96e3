import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const note = style({
  padding: `${theme.space.tight} ${theme.space.medium} 0`,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  textWrap: 'pretty',
})
