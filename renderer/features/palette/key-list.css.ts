import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

export const groups = style({ columns: '20rem 2', columnGap: theme.space.huge })
export const group = style({ breakInside: 'avoid', paddingBottom: theme.space.large })
export const title = style([label, { paddingBottom: theme.space.tight, color: theme.colour.gold }])
export const line = style({
  display: 'flex',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: theme.space.medium,
  padding: `${theme.space.tight} 0`,
  borderTop: `1px solid ${theme.colour.line}`,
})
export const meaning = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
export const keys = style({ display: 'flex', gap: theme.space.tight, whiteSpace: 'nowrap' })
