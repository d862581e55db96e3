import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const unknown = style({
  display: 'flex',
  flexDirection: 'column',
  maxWidth: '9rem',
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
})
