// Figures as the report prints them.

const unknown = '–'

export const count = (number: number | null): string =>
  number === null ? unknown : number.toLocaleString('en-GB')

export const seconds = (value: number | null): string => {
  if (value === null) return unknown
  return value < 10 ? `${value.toFixed(2)} s` : `${value.toFixed(1)} s`
}

export const megabytes = (bytes: number | null): string =>
  bytes === null ? unknown : `${count(Math.round(bytes / 1_000_000))} MB`

export const times = (value: number | null): string => {
  if (value === null) return unknown
  return `${value < 0.1 ? value.toFixed(3) : value.toFixed(2)} ×`
}
