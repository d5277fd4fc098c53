import type { Organisation } from '@/domain/organisation'
import { env } from '@/lib/env'

/** schema.org NewsMediaOrganization of the publisher, for JSON-LD; facts that are not given are absent. */
export function newsMediaOrganization(organisation: Organisation) {
	const { siteName, logo, socialLinks, policies } = organisation
	const given = (value: string) => value || undefined
	const { orgEmail, orgPhone, orgLanguages, orgOwnership, orgFunding, orgParentUrl, orgMemberOf } =
		organisation
	const inWords = [orgOwnership, orgFunding].filter(Boolean).join(' ')
	return {
		'@type': 'NewsMediaOrganization',
		'@id': `${env.siteUrl}/#organisation`,
		name: siteName,
		url: env.siteUrl,
		legalName: given(organisation.orgLegalName),
		foundingDate: given(organisation.orgFounded),
		address: given(organisation.orgAddress),
		email: given(orgEmail),
		telephone: given(orgPhone),
		knowsLanguage: orgLanguages ? orgLanguages.split(', ') : undefined,
		logo: logo
			? {
					'@type': 'ImageObject',
					url: `${env.siteUrl}/site/${logo.name}`,
					width: logo.width,
					height: logo.height,
				}
			: undefined,
		sameAs: socialLinks.length > 0 ? socialLinks.map(({ url }) => url) : undefined,
		parentOrganization: orgParentUrl ? { '@type': 'Organization', url: orgParentUrl } : undefined,
		memberOf:
			orgMemberOf.length > 0 ? orgMemberOf.map((url) => ({ '@type': 'Organization', url })) : undefined,
		publishingPrinciples: absolute(policies.orgEthicsUrl),
		ethicsPolicy: absolute(policies.orgEthicsUrl),
		correctionsPolicy: absolute(policies.orgCorrectionsUrl),
		ownershipFundingInfo: absolute(policies.orgOwnershipUrl) ?? given(inWords),
		actionableFeedbackPolicy: absolute(policies.orgFeedbackUrl),
	}
}

const absolute = (address: string | null): string | undefined =>
	address?.startsWith('/') ? env.siteUrl + address : (address ?? undefined)
