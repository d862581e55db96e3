import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Opens under its row, over the whole width. */
export const drawer = style({
  gridColumn: '1 / -1',
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  marginTop: theme.space.small,
  border: `1px solid ${theme.colour.goldLine}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
})

export const form = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  padding: theme.space.small,
  minWidth: 0,
  selectors: { '& + &': { borderLeft: `1px solid ${theme.colour.line}` } },
})

export const entry = style({ display: 'flex', gap: theme.space.tight })
export const field = style({
  flex: 1,
  width: '100%',
  minWidth: 0,
  padding: `0 ${theme.space.small}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.panel,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.body,
  selectors: { '&::placeholder': { color: theme.colour.inkFaint } },
})

/** As high as its longest, so that the buttons stay where they are while one types. */
export const outcome = style({
  flex: 1,
  minHeight: '2.4rem',
  fontSize: theme.size.small,
  lineHeight: 1.3,
  color: theme.colour.inkDim,
})
export const line = style({ display: 'block' })
export const not = style({ color: theme.colour.warn })
export const unknown = style({
  gridColumn: '1 / -1',
  marginTop: theme.space.tight,
  color: theme.colour.warn,
  fontSize: theme.size.small,
})
