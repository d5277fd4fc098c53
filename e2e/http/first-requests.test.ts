import { expect, test } from 'vitest'
import { requestOnce } from '../support/raw-connection'
import { liveStory } from '../support/stories'
import { startAnother, withServer } from './in-process-server'
import { longestTurn } from './turns'

withServer()

/** Twice the measured time; loading a page's code in the first request took 80 ms. */
const FIRST_TURN_MAX_MS = 50

test('first requests cause no long event-loop turn', async () => {
	await liveStory({ headline: 'The first' })
	await liveStory({ headline: 'The second' })
	const { address } = await startAnother()
	for (const url of ['/news/the-first', '/api/auth/session', '/', '/sections/news', '/sign-in', '/sign-up']) {
		const ms = await longestTurn(() =>
			requestOnce(address, `GET ${url} HTTP/1.1\r\nHost: square.test\r\n\r\n`),
		)
		expect(ms, url).toBeLessThan(FIRST_TURN_MAX_MS)
	}
})
