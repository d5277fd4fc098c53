import type { Organisation } from '@/domain/organisation'
import { type MachinePolicy, permits, usesOfAll } from '@/lib/machine-answers'
import { mailtoUrl } from '@/lib/urls'

/** A line of a text file ends at the first line end of a value. */
const line = (name: string, separator: string, value: string): string =>
	`${name}${separator}${value.replace(/[\r\n\u0085\u2028\u2029].*/su, '')}`

type SecurityFacts = { organisation: Organisation; siteUrl: string; expires: Date }

/**
 * `security.txt` by RFC 9116. Null without a way to reach the publisher, which the file requires; web addresses in it
 * must be https.
 */
export function securityTxt({ organisation, siteUrl, expires }: SecurityFacts): string | null {
	const { orgEmail, orgLanguages, language } = organisation
	const page = absolute(organisation.policies.orgFeedbackUrl, siteUrl)
	const contacts = [...(orgEmail ? [mailtoUrl(orgEmail)] : []), page].filter(
		(contact) => contact && !contact.startsWith('http:'),
	)
	if (contacts.length === 0) return null
	return text([
		...contacts.map((contact) => line('Contact', ': ', contact ?? '')),
		line('Expires', ': ', expires.toISOString()),
		line('Preferred-Languages', ': ', orgLanguages || language),
		...(siteUrl.startsWith('https:') ? [line('Canonical', ': ', `${siteUrl}/.well-known/security.txt`)] : []),
	])
}

/** `trust.txt` by JournalList: associations and other accounts of the publisher. Null without a fact. */
export function trustTxt(organisation: Organisation, policy: MachinePolicy): string | null {
	const { siteUrl } = policy
	const { orgMemberOf, orgParentUrl, socialLinks, orgEmail, policies } = organisation
	const contact = orgEmail ? mailtoUrl(orgEmail) : absolute(policies.orgFeedbackUrl, siteUrl)
	const disclosures = [policies.orgOwnershipUrl, policies.orgEthicsUrl, policies.orgCorrectionsUrl]
	const lines = [
		...orgMemberOf.map((url) => line('belongto', '=', url)),
		...(orgParentUrl ? [line('controlledby', '=', orgParentUrl)] : []),
		...socialLinks.map(({ url }) => line('social', '=', url)),
		...(contact ? [line('contact', '=', contact)] : []),
		...new Set(
			disclosures.flatMap((page) => (page ? [line('disclosure', '=', absolute(page, siteUrl) ?? '')] : [])),
		),
	]
	return lines.length > 0 ? text([...lines, ...trainingLine(policy)]) : null
}

/** The answer for the whole site; none if a story refuses what the site permits. */
function trainingLine(policy: MachinePolicy): string[] {
	if (!usesOfAll(policy).includes('training')) return []
	return [line('datatrainingallowed', '=', permits(policy.site, 'training') ? 'yes' : 'no')]
}

const text = (lines: string[]): string => `${lines.join('\n')}\n`

const absolute = (address: string | null, siteUrl: string): string | null =>
	address?.startsWith('/') ? siteUrl + address : address
