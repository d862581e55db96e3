/** As a person would write it: −0 is 0. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
