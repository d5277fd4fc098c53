import { pageHeaders } from '@/components/machines/page-signals'
import { fullTextAnswers } from '@/components/machines/story-paths'
import { machinePolicy, type SitePolicy, sitePolicy } from '@/domain/machines'
import { siteSettings } from '@/domain/settings'
import type { MachineAnswers } from '@/lib/machine-answers'
import { requestContext } from '@/lib/request-context'

/** Sends a story's answers to machines in the headers of the page or file being rendered; without them the site's. */
export async function answerMachines(answers?: MachineAnswers): Promise<void> {
	const policy = sitePolicy(await siteSettings())
	sendAnswers(answers ?? policy.site, policy)
}

/** As `answerMachines`, for a file with the full texts of several stories. */
export async function answerForFullTexts(): Promise<void> {
	const policy = await machinePolicy()
	sendAnswers(fullTextAnswers(policy), policy)
}

export function sendAnswers(answers: MachineAnswers, policy: SitePolicy): void {
	requestContext().headers = pageHeaders(answers, policy)
}
