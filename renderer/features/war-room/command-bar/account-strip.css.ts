import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const none = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const figures = style({
  flexWrap: 'nowrap',
  alignItems: 'flex-end',
  columnGap: theme.space.large,
})
