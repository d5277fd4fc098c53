import { expect, test } from 'vitest'
import { parseHtml } from '@/e2e/support/dom'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { ownDataPage } from './own-data-page'

const nothing = {
	...{
		signIn: [],
		sessions: [],
		links: [],
		respects: [],
		saved: [],
		ignored: [],
		replyMails: [],
		drafts: [],
	},
	...{ restrictions: [], decisions: [], complaints: [] },
}
const data = {
	...nothing,
	account: [{ name: '<img src=x onerror=alert(1)>', email: 'ada@example.org', role: 'reader', links: [] }],
	comments: [{ text: '</dd><script>alert(1)</script>', state: 'approved', formerTexts: ['One.', 'Two.'] }],
	votes: [{ what: 'mood', choice: 'sad', since: new Date(0), state: 'counted' }],
}
const site = { siteName: 'The "Square" <b>', timeZone: 'UTC' }

const pageIn = (language: string) =>
	parseHtml(
		runInContext({ ...newRequestContext('unknown'), language }, () => ownDataPage(data, site, new Date(0))),
	)

test('texts of people are escaped, and nothing is loaded or run', () => {
	const page = pageIn('en-GB')
	expect(page.querySelectorAll('script, img, link, iframe, b')).toHaveLength(0)
	expect(page.title).toBe('Data of an account at The "Square" <b>')
	expect(page.body.textContent).toContain('</dd><script>alert(1)</script>')
	expect(page.body.textContent).toContain('One.\n\nTwo.')
})

test('fields and values are in the language of the site', () => {
	const page = pageIn('ar')
	expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl'])
	expect(pageIn('en-GB').body.textContent).toMatch(/Whatmood.*ChoiceSad.*Since1 January 1970/)
	expect(page.body.textContent).not.toMatch(/mood|sad|counted|approved/)
})
