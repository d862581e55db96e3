import { style } from '@vanilla-extract/css'

export const canvas = style({ flex: 1, minHeight: 0, minWidth: 0 })
