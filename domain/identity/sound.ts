/**
 * The consonants of a word as they sound in the French, English and Arabic spellings of West African, Sahelian and
 * Maghreb names: Diallo and Jallow, Youssef and Yusuf, Coulibaly and Kulibali sound the same. Vowels are dropped, since
 * Arabic script does not write them and registers disagree; a word with a single consonant keeps its vowels.
 */
const steps: [RegExp, string][] = [
  [/(.)\1+/g, '$1'],
  // The article inside Abdelkader, Abdoul Kader, عبد القادر; kept before a vowel (Abdoulaye).
  [/^abd[aeiou]*l(?=[bcdfgjkmnpqrstvxz])/, 'abd'],
  [/x/g, 'ks'],
  [/chr/g, 'kr'],
  [/tch|sch|sh|ch/g, 'x'],
  [/ph/g, 'f'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/dj|dg(?=[ei])|d[iy](?=[aeou])/g, 'j'],
  [/gn/g, 'n'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
]

/** Never empty for a word with letters; a word of another script than Latin is its own sound. */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  const spelled = steps.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word)
  const consonants = spelled
    .replace(/^(?:w|ou(?=[aeiouy]))/, 'W')
    .replace(/^(?:y|i(?=[aeou]))/, 'Y')
    .replace(/[aeiouywh]/g, '')
    .toLowerCase()
  return consonants.length > 1 ? consonants : soundWithVowels(spelled) || word
}

/** For Ba, Sow, Issa, Ali: one consonant says too little. */
function soundWithVowels(spelled: string): string {
  return spelled
    .replace(/h/g, '')
    .replace(/[ouw]+/g, 'u')
    .replace(/a?[eiy]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
}
