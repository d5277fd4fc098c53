import { formatOf } from '@/lib/messages/format'

/*
 * Messages of the scripts. `scripts/build-islands.mjs` builds a script for each language, in which the folder `en` of
 * such imports is the one of that language.
 */
export * from '@/lib/messages/en/islands'
export * from '@/lib/messages/en/responses'
export * from '@/lib/messages/en/saving'

export const format = formatOf<'en'>(document.documentElement.lang)
