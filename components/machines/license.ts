import {
	type Licence,
	MACHINE_USES,
	type MachineAnswer,
	type MachineAnswers,
	type MachinePolicy,
	type MachineUse,
} from '@/lib/machine-answers'
import { mailtoUrl } from '@/lib/urls'
import { element, type Xml, type XmlContent, xmlDocument } from '@/lib/xml'
import { exceptionsOf } from './story-paths'

/** Namespace of Really Simple Licensing (RSL) 1.0, RSL-SPEC-1.0 of 10 December 2025, with errata of 7 August 2026. */
const RSL = 'https://rslstandard.org/rsl'
/** Days until a program reads the file again; the default is 30. */
const MAX_AGE_DAYS = 1

const USAGE: Record<MachineUse, string> = {
	search: 'search',
	// An index of an AI system serves its answers.
	answers: 'ai-input ai-index',
	training: 'ai-train',
}

/** `/license.xml`: the terms of the site, and of each address with other answers. */
export function licenseXml(policy: MachinePolicy): string {
	const contents = [
		contentOf('/', policy.site, policy),
		...exceptionsOf(policy).flatMap(({ patterns, answers }) =>
			patterns.map((pattern) => contentOf(pattern, answers, policy)),
		),
	]
	return xmlDocument(element('rsl', { xmlns: RSL, 'max-age': MAX_AGE_DAYS }, contents))
}

function contentOf(url: string, answers: MachineAnswers, { licence, publisher }: MachinePolicy): Xml {
	const mail = licence && isMail(licence.contact) ? licence.contact : null
	const page = licence?.contact && !mail ? licence.contact : null
	return element(
		'content',
		{ url },
		licensesOf(answers, licence),
		element('copyright', { type: 'organization', contactEmail: mail, contactUrl: page }, publisher),
		licence?.termsUrl && element('terms', {}, licence.termsUrl),
	)
}

/** Free uses with the refused ones in one license, and uses by licence, which are neither, in another. */
function licensesOf(answers: MachineAnswers, licence: Licence | null): XmlContent[] {
	const usageOf = (answer: MachineAnswer) =>
		MACHINE_USES.filter((use) => answers[use] === answer)
			.map((use) => USAGE[use])
			.join(' ')
	const [free, refused, licensed] = [usageOf('yes'), usageOf('no'), usageOf('licence')]
	return [
		(free || refused) &&
			element(
				'license',
				{},
				free && element('permits', { type: 'usage' }, free),
				refused && element('prohibits', { type: 'usage' }, refused),
				free && element('payment', { type: 'free' }),
			),
		licence && licensed && licensedUse(licensed, licence),
	]
}

const licensedUse = (usage: string, { termsUrl, contact, payment }: Licence): Xml =>
	element(
		'license',
		{},
		element('permits', { type: 'usage' }, usage),
		element('payment', { type: payment }, termsUrl && element('custom', {}, termsUrl)),
		contact && element('legal', { type: 'contact' }, isMail(contact) ? mailtoUrl(contact) : contact),
	)

const isMail = (contact: string): boolean => contact.includes('@') && !contact.includes('/')
