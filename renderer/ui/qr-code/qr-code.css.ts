import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

/** Dark on light: what every reader of QR codes expects. */
export const code = style({
  width: '100%',
  aspectRatio: '1',
  background: theme.colour.scanLight,
  color: theme.colour.scanDark,
  borderRadius: theme.radius.medium,
})
