import { expect, test } from 'vitest'
import { queryRejection } from './query-limit'

test('a URL with more than 100 parameters is rejected', () => {
	for (const url of ['/', '/?', '/desk/stories?state=draft&query=a%26b', `/?${'a=1&'.repeat(99)}b`])
		expect(queryRejection(url)).toBeNull()
	for (const url of [`/?${'a=1&'.repeat(100)}b`, `/desk?${'&=&='.repeat(3_000)}`])
		expect(queryRejection(url)).toMatchObject({ status: 400 })
})
