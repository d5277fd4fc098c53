import { expect, test } from 'vitest'
import { newsMediaOrganization } from '@/app/(reader)/organisation-data'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { parseMarkdown } from './body/markdown'
import { findOrganisation, missingFacts } from './organisation'
import { findPage, savePage, startPage } from './pages/pages'
import { changeSettings, type SiteSettings } from './settings'

withDatabase()

const keys = async () => missingFacts(await findOrganisation()).map(({ key }) => key)

test('a new site lists all missing facts and claims none', async () => {
	expect(await keys()).toHaveLength(13)
	const data = JSON.parse(JSON.stringify(newsMediaOrganization(await findOrganisation())))
	expect(Object.keys(data)).toEqual(['@type', '@id', 'name', 'url'])
})

test('given facts leave the list and enter the structured data', async () => {
	await changeSettings(await createStaff('owner'), {
		orgLegalName: 'Larkhaven Post Ltd',
		orgFounded: '1998',
		orgEmail: 'desk@example.org',
		orgPhone: '+44 20 7946 0958',
		orgLanguages: 'EN-gb cy',
		orgMemberOf: ['https://press-council.example/'],
		orgParentUrl: 'https://owner.example',
		orgOwnership: 'Owned by its readers.',
		orgEthicsUrl: '/tags/ethics',
	})
	const facts = newsMediaOrganization(await findOrganisation())
	expect(facts).toMatchObject({
		legalName: 'Larkhaven Post Ltd',
		foundingDate: '1998',
		email: 'desk@example.org',
		telephone: '+44 20 7946 0958',
		knowsLanguage: ['en-GB', 'cy'],
		memberOf: [{ url: 'https://press-council.example/' }],
		parentOrganization: { url: 'https://owner.example/' },
		ownershipFundingInfo: 'Owned by its readers.',
		ethicsPolicy: expect.stringMatching(/^http.*\/tags\/ethics$/),
	})
	expect(await keys()).not.toContain('orgLegalName')
})

test('a published page replaces the missing address of a policy', async () => {
	const owner = await createStaff('owner')
	const fields = { title: 'Ownership', body: parseMarkdown('Owned by its readers.') }
	const id = await startPage(owner, { ...fields, slug: 'ownership' })
	expect(await keys()).toContain('orgOwnershipUrl')
	await savePage(owner, id, (await findPage(owner, id)).headRevisionId, fields, 'publish')
	expect(await keys()).not.toContain('orgOwnershipUrl')
	expect(newsMediaOrganization(await findOrganisation()).ownershipFundingInfo).toMatch(/\/ownership$/)
})

test.each([
	['orgFounded', 'long ago'],
	['orgEmail', 'desk at example'],
	['orgPhone', 'ask at the desk'],
	['orgLanguages', 'en_GB'],
	['orgParentUrl', '/about'],
	['orgEthicsUrl', 'javascript:alert(1)'],
	['orgEthicsUrl', '//evil.test'],
	['orgMemberOf', ['ftp://example.org']],
	['orgMemberOf', 'https://example.org/'],
	['orgFunding', 'x'.repeat(501)],
])('%s = %j is refused by name', async (key, value) => {
	const change = changeSettings(await createStaff('owner'), { [key]: value } as Partial<SiteSettings>)
	await expect(change).rejects.toMatchObject({ name: 'Refusal', field: key })
})
