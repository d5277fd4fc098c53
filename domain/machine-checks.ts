import { Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import type { SiteSettings } from './setting-defaults'

const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/

/** A mail address or a web address, or empty. @throws Refusal `invalid` */
export function checkContact(value: string): string {
	if (!value || MAIL.test(value)) return value
	const url = canonicalHttpUrl(value)
	if (!url)
		throw new Refusal(
			'invalid',
			'Please give a mail address, or a web address that begins with https://',
			'licenceContact',
		)
	return url
}

/** @throws Refusal `invalid` for an answer "by licence" without a way to the licence */
export function requireLicence(settings: SiteSettings): void {
	const { machinesSearch, machinesAnswers, machinesTraining, licenceTermsUrl, licenceContact } = settings
	const byLicence = [machinesSearch, machinesAnswers, machinesTraining].includes('licence')
	if (byLicence && !licenceTermsUrl && !licenceContact)
		throw new Refusal(
			'invalid',
			'“By licence” needs the page with the terms, or a contact, so that the licence can be obtained.',
			'licenceTermsUrl',
		)
}
