import { expect, test } from 'vitest'
import { acceptedLanguage } from './language-options'

test.each([
	['fr-CA,fr;q=0.8,en;q=0.5', 'fr-CA'],
	['*', undefined],
	['*, de;q=0.5', 'de'],
	['', undefined],
	['en_GB.UTF-8, en-GB', 'en-GB'],
])('the language guessed from %j is %j', (header, language) => {
	expect(acceptedLanguage(header)).toBe(language)
})
