/** Types of bootstrap.mjs, which is plain JavaScript because it runs before anything is installed. */
export function run(words: string[]): Promise<number>
export function whyStale(folder: string): string | null
export function webSourcesHash(folder: string): string
export function webIsBuilt(folder: string): boolean
export function rememberWebBuild(folder: string): void
