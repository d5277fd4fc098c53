import { type MachineAnswers, type MachinePolicy, permits } from '@/lib/machine-answers'
import { exceptionsOf } from './story-paths'

/**
 * Declaration of the TDM Reservation Protocol (W3C Final Community Group Report of 10 May 2024). It has one value for
 * all mining: 0 gives up the reservation, so that it is written only if answers and training are both permitted; 1
 * reserves the rights, and what other signals permit stays permitted.
 */
type TdmDeclaration = { 'tdm-reservation': 0 | 1; 'tdm-policy'?: string }

export function tdmDeclaration(answers: MachineAnswers, { licence }: Pick<MachinePolicy, 'licence'>) {
	const reserved = !(permits(answers, 'answers') && permits(answers, 'training'))
	const byLicence = answers.answers === 'licence' || answers.training === 'licence'
	const declaration: TdmDeclaration = { 'tdm-reservation': reserved ? 1 : 0 }
	if (byLicence && licence?.termsUrl) declaration['tdm-policy'] = licence.termsUrl
	return declaration
}

/** `/.well-known/tdmrep.json`. The first rule that matches counts, so that the site's comes last. */
export function tdmrepJson(policy: MachinePolicy): string {
	const rules = exceptionsOf(policy).flatMap(({ patterns, answers }) =>
		patterns.map((location) => ({ location, ...tdmDeclaration(answers, policy) })),
	)
	return `${JSON.stringify([...rules, { location: '/', ...tdmDeclaration(policy.site, policy) }], null, '\t')}\n`
}
