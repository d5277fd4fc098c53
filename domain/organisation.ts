import { type PageName, publishedPages } from './pages/published'
import type { SettingKey, SiteSettings } from './setting-defaults'
import { siteSettings } from './settings'

/** Policies with the page that stands in for an address that is not given. */
const POLICIES = {
	orgEthicsUrl: 'ethics',
	orgCorrectionsUrl: 'ethics',
	orgOwnershipUrl: 'ownership',
	orgFeedbackUrl: 'contact',
} as const satisfies Partial<Record<SettingKey, string>>
export type PolicyKey = keyof typeof POLICIES

/**
 * Public facts about the publisher, for readers and machines; policies as addresses or paths, null if
 * missing.
 */
export type Organisation = SiteSettings & { policies: Record<PolicyKey, string | null> }

export async function findOrganisation(): Promise<Organisation> {
	const [settings, pages] = await Promise.all([siteSettings(), publishedPages()])
	return { ...settings, policies: policiesOf(settings, pages) }
}

function policiesOf(settings: SiteSettings, pages: PageName[]): Organisation['policies'] {
	const entries = (Object.keys(POLICIES) as PolicyKey[]).map((key) => {
		const page = pages.find(({ slug }) => slug === POLICIES[key])
		return [key, settings[key] || (page ? `/${page.slug}` : null)]
	})
	return Object.fromEntries(entries)
}

/** A fact that is missing, and the field that takes it. */
export type MissingFact = { key: SettingKey; text: string }

const FACTS: [SettingKey, string][] = [
	['orgLegalName', 'The legal name of the publisher'],
	['orgFounded', 'The year of the foundation'],
	['orgAddress', 'A postal address'],
	['orgEmail', 'A mail address of the newsroom'],
	['orgPhone', 'A telephone number'],
	['orgOwnership', 'Who owns the publisher'],
	['orgFunding', 'Where the money comes from'],
	['logo', 'A logo, under “Look”'],
	['socialLinks', 'A profile of the site elsewhere, under “Footer”'],
]
const POLICY_WORDS: Record<PolicyKey, string> = {
	orgEthicsUrl: 'An ethics policy: its address, or a published page /ethics',
	orgCorrectionsUrl: 'A corrections policy: its address, or a published page /ethics',
	orgOwnershipUrl: 'A page on ownership and funding: its address, or a published page /ownership',
	orgFeedbackUrl: 'A page that says how to reach the newsroom: its address, or a published page /contact',
}

export function missingFacts(organisation: Organisation): MissingFact[] {
	const facts = FACTS.filter(([key]) => isEmpty(organisation[key]))
	const policies = (Object.keys(POLICIES) as PolicyKey[]).filter((key) => !organisation.policies[key])
	return [
		...facts.map(([key, text]) => ({ key, text })),
		...policies.map((key) => ({ key, text: POLICY_WORDS[key] })),
	]
}

const isEmpty = (value: unknown): boolean =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0)
