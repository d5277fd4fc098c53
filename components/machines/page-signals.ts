import { type MachineAnswers, type MachinePolicy, permits } from '@/lib/machine-answers'
import { contentSignal, contentUsage } from './signals'
import { tdmDeclaration } from './tdmrep'

export const LICENSE_TYPE = 'application/rsl+xml'

type PagePolicy = Pick<MachinePolicy, 'licence'>

/**
 * Response headers of a page with these answers: `Content-Usage` (draft-ietf-aipref-attach-05), `Content-Signal`,
 * `tdm-reservation` and `tdm-policy` (TDMRep), `Link` to the terms (RSL 1.0), and `X-Robots-Tag`.
 */
export function pageHeaders(answers: MachineAnswers, policy: PagePolicy): Record<string, string> {
	const { 'tdm-reservation': reservation, 'tdm-policy': terms } = tdmDeclaration(answers, policy)
	return {
		'Content-Usage': contentUsage(answers),
		'Content-Signal': contentSignal(answers) ?? '',
		'TDM-Reservation': String(reservation),
		...(terms && { 'TDM-Policy': terms }),
		Link: `</license.xml>; rel="license"; type="${LICENSE_TYPE}"`,
		...(!permits(answers, 'search') && { 'X-Robots-Tag': 'noindex' }),
	}
}

/** Meta tags by name, as `pageHeaders` for a copy of the page that has lost its headers. */
export function pageMetaTags(answers: MachineAnswers, policy: PagePolicy): Record<string, string> {
	const declaration = Object.entries(tdmDeclaration(answers, policy))
	return Object.fromEntries([
		...declaration.map(([name, value]) => [name, String(value)]),
		...(permits(answers, 'search') ? [] : [['robots', 'noindex']]),
	])
}
