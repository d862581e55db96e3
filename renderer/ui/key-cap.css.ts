import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const cap = style({
  padding: `0 ${theme.space.tight}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderBottomWidth: '2px',
  borderRadius: theme.radius.medium,
  color: theme.colour.inkDim,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  fontWeight: 600,
  lineHeight: 1.35,
  whiteSpace: 'nowrap',
})
