import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const figures = style({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  gap: `${theme.space.small} ${theme.space.medium}`,
  alignContent: 'space-between',
})
export const words = style({ fontFamily: theme.font.words, fontSize: theme.size.body })
