import { expect, test } from 'vitest'
import { countWords, readTime } from './read-time'

test('619 words at 200 a minute take 3:05', () => {
	expect(readTime(619)).toEqual({ words: 619, minutes: 3, seconds: 5 })
})

test.each([
	[0, 0, 0],
	[3, 0, 0],
	[4, 0, 1],
	[199, 0, 59],
	[200, 1, 0],
	[203, 1, 0],
	[204, 1, 1],
	[1000, 5, 0],
])('%i words are %i minutes and %i seconds', (words, minutes, seconds) => {
	expect(readTime(words)).toMatchObject({ minutes, seconds })
})

test('the rate is the publisher’s setting', () => {
	expect(readTime(550, 275)).toMatchObject({ minutes: 2, seconds: 0 })
})

test.each([
	['', 0],
	['  \n ', 0],
	['One word', 2],
	['half-past ten', 3],
	["don't stop", 2],
	['don’t stop', 3],
	['Hallow’s 11.40 boat, £2', 6],
	['Ōtepoti, København; 東京 и Ялта', 5],
	['“Quoted.” © Somebody / Agency', 3],
])('%j counts %i words', (text, words) => {
	expect(countWords(text)).toBe(words)
})
