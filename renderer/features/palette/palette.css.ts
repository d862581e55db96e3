import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

export const body = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.large,
})
export const field = style({
  minHeight: '2.5rem',
  padding: `0 ${theme.space.medium}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  fontSize: theme.size.lead,
  selectors: { '&::placeholder': { color: theme.colour.inkFaint, opacity: 1 } },
})
export const count = style({ fontSize: theme.size.small, color: theme.colour.inkDim })

/** As high with one line as with all: the field does not move under the eyes. */
export const scroll = style({ height: 'min(24rem, 100vh - 20rem)', overflowY: 'auto' })

export const group = style({ paddingBottom: theme.space.small })
export const title = style([label, { padding: `${theme.space.tight} ${theme.space.small}` }])

export const option = style({
  display: 'grid',
  width: '100%',
  gridTemplateColumns: 'auto 1fr auto',
  alignItems: 'baseline',
  minHeight: '1.875rem',
  gap: theme.space.medium,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: 0,
  borderLeft: '3px solid transparent',
  background: 'transparent',
  textAlign: 'left',
  cursor: 'pointer',
  selectors: {
    '&[aria-selected=true]': { borderLeftColor: theme.colour.gold, background: theme.colour.goldWash },
    '&[aria-disabled=true]': { color: theme.colour.inkFaint, cursor: 'default' },
  },
})
export const words = style({ fontWeight: 500 })
export const meaning = style({
  color: theme.colour.inkFaint,
  fontSize: theme.size.small,
  textWrap: 'pretty',
})
export const keys = style({ display: 'flex', gap: theme.space.tight })
export const foot = style({ color: theme.colour.inkFaint, fontSize: theme.size.small, textWrap: 'pretty' })
