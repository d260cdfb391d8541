/** Finds `Édéa` by `edea` and `أسفي` by `اسفي`: marks over letters and forms of a letter do not count. */
export function sameLetters(option: string, typed: string): boolean {
  return bare(option).includes(bare(typed))
}

export function bare(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .toLocaleLowerCase('fr')
}

/** The direction of an input: that of the page while it is empty, then that of what is written in it. */
export function writingDirection(value: string): 'auto' | undefined {
  return value === '' ? undefined : 'auto'
}
