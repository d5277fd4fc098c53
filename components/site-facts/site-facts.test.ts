import { expect, test } from 'vitest'
import type { Organisation } from '@/domain/organisation'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import { parseXml } from '@/e2e/support/dom'
import fc from '@/e2e/support/fast-check'
import type { MachineAnswer, MachinePolicy } from '@/lib/machine-answers'
import { openSearchDescription } from './opensearch'
import { securityTxt, trustTxt } from './well-known'

const SITE = 'https://square.example'
const EXPIRES = new Date('2027-06-01T00:00:00Z')

const policyWith = (training: MachineAnswer): MachinePolicy => ({
	...{ siteUrl: SITE, publisher: 'Square', licence: null, stories: [], sitemaps: [] },
	site: { search: 'yes', answers: 'yes', training },
})

const organisation = (facts: Partial<Organisation> = {}): Organisation => ({
	...DEFAULT_SETTINGS,
	policies: { orgEthicsUrl: null, orgCorrectionsUrl: null, orgOwnershipUrl: null, orgFeedbackUrl: null },
	...facts,
})

const policies = (page: string): Organisation['policies'] => ({
	orgEthicsUrl: page,
	orgCorrectionsUrl: page,
	orgOwnershipUrl: `${page}/owners`,
	orgFeedbackUrl: '/contact',
})

/** Fields of a file of lines by name; each line is one field. */
function fieldsOf(text: string | null, pattern: RegExp): [string, string][] {
	expect(text).toMatch(/[^\n]\n$/)
	return (text ?? '')
		.trimEnd()
		.split('\n')
		.map((each) => {
			const [, name = '', value = ''] = pattern.exec(each) ?? []
			expect(value, each).not.toBe('')
			return [name, value]
		})
}

test('security.txt has what RFC 9116 requires', () => {
	const facts = organisation({ orgEmail: 'desk@square.example', policies: policies('/ethics') })
	const text = securityTxt({ organisation: facts, siteUrl: SITE, expires: EXPIRES })
	expect(fieldsOf(text, /^([A-Z][A-Za-z-]+): (.+)$/)).toEqual([
		['Contact', 'mailto:desk@square.example'],
		['Contact', `${SITE}/contact`],
		['Expires', '2027-06-01T00:00:00.000Z'],
		['Preferred-Languages', 'en-GB'],
		['Canonical', `${SITE}/.well-known/security.txt`],
	])
})

test('security.txt needs a contact, and https for a web address', () => {
	const at = (siteUrl: string, facts: Partial<Organisation>) =>
		securityTxt({ organisation: organisation(facts), siteUrl, expires: EXPIRES })
	expect(at(SITE, {})).toBeNull()
	expect(at('http://localhost:3000', { policies: policies('/ethics') })).toBeNull()
	expect(at('http://localhost:3000', { orgEmail: 'a@b.example' })).not.toMatch(/http:/)
})

test('trust.txt names associations, owner, profiles, contact and disclosures', () => {
	const facts = organisation({
		orgMemberOf: ['https://press.example/', 'https://union.example/'],
		orgParentUrl: 'https://owner.example/',
		socialLinks: [{ label: 'Mastodon', url: 'https://social.example/@square' }],
		policies: policies('/ethics'),
	})
	expect(fieldsOf(trustTxt(facts, policyWith('licence')), /^([a-z]+)=(\S+)$/)).toEqual([
		['belongto', 'https://press.example/'],
		['belongto', 'https://union.example/'],
		['controlledby', 'https://owner.example/'],
		['social', 'https://social.example/@square'],
		['contact', `${SITE}/contact`],
		['disclosure', `${SITE}/ethics/owners`],
		['disclosure', `${SITE}/ethics`],
		['datatrainingallowed', 'no'],
	])
	expect(trustTxt(facts, policyWith('yes'))).toContain('\ndatatrainingallowed=yes\n')
	expect(trustTxt(organisation(), policyWith('yes'))).toBeNull()
})

test('no value adds a line', () => {
	const facts = organisation({ orgEmail: 'a@b.example\nExpires: 2099', orgLanguages: 'en\r\nPolicy: x' })
	const text = securityTxt({ organisation: facts, siteUrl: SITE, expires: EXPIRES })
	expect(text).not.toMatch(/^(Policy|Expires: 2099)/m)
})

test('any name keeps the search description valid', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, unit: 'binary' }), (name) => {
			const root = parseXml(openSearchDescription({ name, language: 'ar', url: SITE }))
			const textOf = (element: string) => root.getElementsByTagName(element)[0]?.textContent ?? ''
			expect([root.localName, root.namespaceURI]).toEqual([
				'OpenSearchDescription',
				'http://a9.com/-/spec/opensearch/1.1/',
			])
			expect(textOf('ShortName').length).toBeLessThanOrEqual(16)
			expect(textOf('LongName').length).toBeLessThanOrEqual(48)
			const [results] = root.getElementsByTagName('Url')
			expect(results?.getAttribute('template')).toBe(`${SITE}/search?q={searchTerms}`)
		}),
		{ numRuns: 30 },
	)
})
