import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import {
	cookieValue,
	declareIslands,
	hasReader,
	mayHaveOwnState,
	rememberReader,
	rememberStory,
} from './cookies'

let islands: string
let story: string
let stored: Record<string, string>
let isBlocked: boolean

beforeEach(() => {
	islands = ''
	story = '42'
	stored = {}
	isBlocked = false
	vi.stubGlobal('location', { protocol: 'http:' })
	vi.stubGlobal('document', {
		get cookie() {
			return islands && `square-islands=${islands}`
		},
		set cookie(line: string) {
			islands = /^square-islands=(\d)/.exec(line)?.[1] ?? ''
		},
		getElementById: () => ({ dataset: { story } }),
	})
	const demandStorage = () => {
		if (isBlocked) throw new Error('SecurityError')
	}
	vi.stubGlobal('localStorage', {
		getItem(key: string) {
			demandStorage()
			return stored[key] ?? null
		},
		setItem(key: string, value: string) {
			demandStorage()
			stored[key] = value
		},
	})
})
afterAll(() => {
	vi.unstubAllGlobals()
})

function writeOn(id: string): void {
	story = id
	rememberStory()
	rememberReader()
}

const asksOn = (id: string): boolean => {
	story = id
	return mayHaveOwnState()
}

test('after first writes with scripts, state is requested on their stories only', () => {
	declareIslands(undefined)
	expect([islands, hasReader(), asksOn('42')]).toEqual(['1', false, false])
	writeOn('42')
	writeOn('7')
	writeOn('42')
	expect([islands, hasReader()]).toEqual(['3', true])
	expect(['42', '7', '4'].map(asksOn)).toEqual([true, true, false])
	declareIslands('')
	declareIslands(undefined)
	expect(islands).toBe('3')
})

test('a story is listed before the response of its write', () => {
	declareIslands(undefined)
	rememberStory()
	expect([cookieValue('square-islands'), asksOn('42'), asksOn('7')]).toEqual(['1', true, false])
})

test.each<[string, () => void]>([
	['an account’s page', () => declareIslands('Ada')],
	[
		'a write without scripts',
		() => {
			islands = ''
			declareIslands('')
		},
	],
	[
		'the loss of the list and a write',
		() => {
			stored = {}
			writeOn('8')
		},
	],
	[
		'a full list',
		() => {
			for (let id = 100; id < 700; id += 1) writeOn(String(id))
		},
	],
	[
		'blocked storage and a write',
		() => {
			isBlocked = true
			writeOn('8')
		},
	],
])('after %s, state is requested on every story', (_, change) => {
	declareIslands(undefined)
	writeOn('42')
	change()
	expect([islands, asksOn('42'), asksOn('9')]).toEqual(['2', true, true])
	writeOn('10')
	expect(islands).toBe('2')
})

test('without a list, state is requested on every story before a write', () => {
	declareIslands(undefined)
	writeOn('42')
	stored = {}
	expect([islands, asksOn('42'), asksOn('9')]).toEqual(['3', true, true])
})
